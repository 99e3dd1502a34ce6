/** A sheet and its translations with every reference filled in; what may not be shown is left out. Pure. */
import { type Filling, fill } from '../knowledge/fill.ts';
import {
  type Needed,
  type NeededItem,
  SECTION_KEYS,
  type SectionKey,
  type Sheet,
  type SheetLine,
} from '../knowledge/sheet.ts';
import type { Translation } from '../knowledge/translation.ts';
import type { Language } from '../lib/language.ts';
import { isolated } from '../lib/right-to-left.ts';

/** A translation filled in: what is not confirmed left out. */
export interface ShownTranslation {
  readonly language: Language;
  readonly isReviewed: boolean;
  readonly title: string;
  readonly short: string;
  readonly how: readonly string[];
  readonly needed: Needed;
  readonly where: readonly string[];
}

/** Null: the text may not be shown. */
type Show = (text: string) => string | null;

export function filledSheet(sheet: Sheet, filling: Filling): Sheet {
  const show: Show = (text) => fill(text, sheet, filling);
  const { subtitle, statusReason, ...rest } = sheet;
  const sections: Record<SectionKey, readonly SheetLine[]> = { ...sheet.sections };
  for (const key of SECTION_KEYS) {
    sections[key] = sheet.sections[key].flatMap((line) => {
      const text = show(line.text);
      return text === null ? [] : [{ ...line, text }];
    });
  }
  return {
    ...rest,
    ...shownFields({ subtitle, statusReason }, show),
    summary: show(sheet.summary) ?? '',
    short: show(sheet.short) ?? '',
    simple: show(sheet.simple) ?? '',
    needed: filledNeeded(sheet.needed, show),
    sections,
  };
}

export function filledTranslation(
  translation: Translation,
  sheet: Sheet,
  filling: Filling,
): ShownTranslation {
  const show: Show = (text) => fill(text, sheet, filling);
  return {
    language: translation.language,
    isReviewed: translation.status === 'reviewed',
    title: translation.title,
    ...shownTexts(translation, show),
  };
}

/** For a page: what runs from left to right in its texts stands apart. Exports have the texts as they are. */
export function isolatedTranslation(translation: ShownTranslation): ShownTranslation {
  return { ...translation, ...shownTexts(translation, (text) => isolated(text, translation.language)) };
}

type Texts = Pick<ShownTranslation, 'short' | 'how' | 'needed' | 'where'>;

function shownTexts({ short, how, needed, where }: Texts, show: Show): Texts {
  return {
    short: show(short) ?? '',
    how: how.flatMap((line) => show(line) ?? []),
    needed: filledNeeded(needed, show),
    where: where.flatMap((line) => show(line) ?? []),
  };
}

function filledNeeded({ intro, items }: Needed, show: Show): Needed {
  return { intro: show(intro) ?? '', items: items.flatMap((item) => filledItem(item, show) ?? []) };
}

/** A detail that may not be shown is left out; an item whose name may not be, goes as a whole. */
function filledItem({ name, ...details }: NeededItem, show: Show): NeededItem | null {
  const shown = show(name);
  return shown === null ? null : { name: shown, ...shownFields(details, show) };
}

/** The fields whose text is there and may be shown. */
function shownFields<Key extends string>(
  fields: { readonly [Name in Key]?: string | undefined },
  show: Show,
): { readonly [Name in Key]?: string } {
  const shown: { [Name in Key]?: string } = {};
  for (const key of Object.keys(fields) as Key[]) {
    const text = fields[key] === undefined ? null : show(fields[key]);
    if (text !== null) shown[key] = text;
  }
  return shown;
}
