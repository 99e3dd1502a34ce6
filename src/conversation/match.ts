/** Which of the offered choices a text means. */
import { plain } from './clean.ts';
import type { Words } from './flow/words-schema.ts';
import type { OfferedChoice } from './state.ts';
import { forms, isNegated, numberOf } from './words.ts';

export type Match =
  | { readonly found: 'choice'; readonly id: string }
  /** A number that none of the choices has. */
  | { readonly found: 'no-such-number' }
  | { readonly found: 'nothing' };

/** Letters that make a beginning worth comparing. */
const PREFIX = 3;
/** Words of a message in which a choice may stand among others. */
const SENTENCE = 6;

const NOTHING: Match = { found: 'nothing' };

/**
 * In this order: a number, the label or one of its words, the beginning of one label only and, with `inside`, the
 * one choice that is named in a short sentence.
 */
export function match(
  text: string,
  offered: readonly OfferedChoice[],
  words: Words,
  hear: 'whole' | 'inside',
): Match {
  if (offered.length === 0) return NOTHING;
  const number = numberOf(words, text);
  if (number !== null) {
    const choice = offered[number - 1];
    return choice === undefined ? { found: 'no-such-number' } : { found: 'choice', id: choice.id };
  }
  const candidates = forms(words, text).filter((form) => form !== '');
  const exact = offered.filter((choice) => candidates.some((form) => names(choice).includes(form)));
  if (exact[0] !== undefined) return { found: 'choice', id: exact[0].id };
  const begun = only(offered, (choice) =>
    candidates.some((form) => form.length >= PREFIX && plain(choice.label).startsWith(form)),
  );
  if (begun !== null) return begun;
  const [whole = ''] = candidates;
  if (hear === 'whole' || whole.split(' ').length > SENTENCE || isNegated(words, whole)) return NOTHING;
  return (
    only(offered, (choice) => names(choice).some((name) => ` ${whole} `.includes(` ${name} `))) ?? NOTHING
  );
}

function names(choice: OfferedChoice): string[] {
  return [choice.label, ...choice.words].map(plain).filter((name) => name !== '');
}

function only(offered: readonly OfferedChoice[], fits: (choice: OfferedChoice) => boolean): Match | null {
  const found = offered.filter(fits);
  return found.length === 1 && found[0] !== undefined ? { found: 'choice', id: found[0].id } : null;
}
