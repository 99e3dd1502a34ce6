/**
 * The ids of choices: short and opaque, at most 32 bytes of `[a-z0-9._-]`, and the same for the same meaning for
 * ever, so that a button pressed days later still works. Three families: `flow.step.option`, `s.sheet[.aspect]`
 * and `sempre.*`, which are always there.
 */
import { ASPECTS, type Aspect } from './ports.ts';

export const ALWAYS = { person: 'sempre.persona', back: 'sempre.indietro', menu: 'sempre.menu' } as const;

/** First parts of ids that no flow may be called. */
export const RESERVED_NAMES = ['s', 'sempre'];

export const CHOICE_ID = /^[a-z0-9._-]{1,32}$/;

const SHEET = 's.';
const CODE_LENGTH = 19;

export function stepChoiceId(flow: string, step: string, option: string): string {
  return `${flow}.${step}.${option}`;
}

export function sheetChoiceId(slug: string, aspect: Aspect | null): string {
  return aspect === null ? SHEET + code(slug) : `${SHEET}${code(slug)}.${aspect}`;
}

export type ChoiceMeaning =
  | { readonly is: 'always'; readonly what: keyof typeof ALWAYS }
  | { readonly is: 'sheet'; readonly slug: string; readonly aspect: Aspect | null }
  | { readonly is: 'option'; readonly flow: string; readonly step: string; readonly option: string }
  | { readonly is: 'unknown' };

/** What a choice's id means; `sheets`: the slugs that exist now. */
export function readChoiceId(id: string, sheets: readonly string[]): ChoiceMeaning {
  for (const what of ['person', 'back', 'menu'] as const)
    if (ALWAYS[what] === id) return { is: 'always', what };
  if (id.startsWith(SHEET)) {
    const [sheetCode, aspectName] = id.slice(SHEET.length).split('.');
    const slug = sheets.find((candidate) => code(candidate) === sheetCode);
    const aspect = ASPECTS.find((candidate) => candidate === aspectName) ?? null;
    const whole = aspectName === undefined || aspect !== null;
    return slug === undefined || !whole ? { is: 'unknown' } : { is: 'sheet', slug, aspect };
  }
  const [flow, step, option, more] = id.split('.');
  if (!flow || !step || !option || more !== undefined) return { is: 'unknown' };
  return { is: 'option', flow, step, option };
}

/** A slug, or its beginning and four characters that tell it from others with the same beginning (FNV-1a). */
function code(slug: string): string {
  if (slug.length <= CODE_LENGTH) return slug;
  let hash = 0x811c9dc5;
  for (const character of slug) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return `${slug.slice(0, CODE_LENGTH - 5)}_${hash.toString(36).padStart(4, '0').slice(-4)}`;
}
