/**
 * What recognition knows of a text besides its words: the cues it holds, which of them stand together, and which rule
 * they make. Cues and rules have one name in all languages: what one language teaches holds in the others. Pure.
 */
import type { Hint } from '../classifier/features.ts';
import { cuesOf, findByRules } from './by-rules.ts';

/** What they count beside a word: more made Italian worse (`npm run bench -- cries`). */
const CUE = 1;
const RULE = 1;
const TOGETHER = 0.5;
/** A text with more cues than these tells many things: its pairs say nothing any more. */
const MOST_PAIRED = 14;

export function cueHints(text: string): Hint[] {
  const cues = cuesOf(text);
  const paired = cues.slice(0, MOST_PAIRED);
  const pairs = paired.flatMap((one, place) => paired.slice(place + 1).map((other) => `${one} ${other}`));
  const rule = findByRules(text)?.pattern.replace(/^[a-z]+\./, '');
  return [
    ...(rule === undefined ? [] : [{ key: `rule ${rule}`, weight: RULE }]),
    ...cues.map((cue) => ({ key: `cue ${cue}`, weight: CUE })),
    ...pairs.map((pair) => ({ key: `cues ${pair}`, weight: TOGETHER })),
  ];
}
