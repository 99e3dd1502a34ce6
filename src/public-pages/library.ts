import type { ById, EmergencyNumber, Office } from '../knowledge/contacts.ts';
import { fill } from '../knowledge/fill.ts';
import {
  type NeededItem,
  SECTION_KEYS,
  type SectionKey,
  type Sheet,
  type SheetLine,
} from '../knowledge/sheet.ts';
import { dayInItaly } from '../knowledge/today.ts';
import type { Clock } from '../lib/clock.ts';

/** What the public pages read of the sheets: everything in it may be shown as it is. */
export interface PublicLibrary {
  /** All the sheets that may be shown. */
  sheets(): readonly Sheet[];
  /** The lines of a section: figures and numbers filled in, what is not confirmed left out. */
  lines(slug: string, section: SectionKey): readonly string[];
}

export interface PublicLibraryParts {
  readonly sheets: readonly Sheet[];
  readonly numbers: ById<EmergencyNumber>;
  readonly offices: ById<Office>;
  readonly clock: Clock;
}

/** The public side of the loaded sheets; a figure that grows old is said so from the next day on. */
export function createPublicLibrary(parts: PublicLibraryParts): PublicLibrary {
  let day = '';
  let filled: readonly Sheet[] = [];

  function today(): readonly Sheet[] {
    const now = dayInItaly(parts.clock.now());
    if (now !== day) {
      filled = parts.sheets.map((sheet) => filledSheet(sheet, now));
      day = now;
    }
    return filled;
  }

  function filledSheet(sheet: Sheet, now: string): Sheet {
    const show = (text: string): string | null => fill(text, sheet, now, parts.numbers, parts.offices);
    const items = sheet.needed.items.map((item) => filledItem(item, show)).filter((item) => item !== null);
    const sections: Record<SectionKey, readonly SheetLine[]> = { ...sheet.sections };
    for (const key of SECTION_KEYS) {
      sections[key] = sheet.sections[key].flatMap((line) => {
        const text = show(line.text);
        return text === null ? [] : [{ ...line, text }];
      });
    }
    return {
      ...sheet,
      summary: show(sheet.summary) ?? '',
      needed: { intro: show(sheet.needed.intro) ?? '', items },
      sections,
    };
  }

  return {
    sheets: today,
    lines: (slug, section) =>
      today()
        .find((sheet) => sheet.slug === slug)
        ?.sections[section].map((line) => line.text) ?? [],
  };
}

/** A detail that may not be shown is left out; an item whose name may not be, goes as a whole. */
function filledItem(item: NeededItem, show: (text: string) => string | null): NeededItem | null {
  const name = show(item.name);
  if (name === null) return null;
  const details = (['what', 'where', 'cost', 'alternative'] as const).flatMap((key) => {
    const text = item[key] === undefined ? null : show(item[key]);
    return text === null ? [] : [[key, text] as const];
  });
  return { name, ...Object.fromEntries(details) };
}
