/**
 * What recognition knows of a text besides its words: the cues it holds and which of them stand together. A cue has one
 * name in all languages, so that what one language teaches holds in the others. Pure.
 */
import type { Hint } from '../classifier/features.ts';
import { cuesOf } from './by-rules.ts';

/** What a cue and two cues together count beside a word: more made Italian worse (`npm run bench -- cries`). */
const CUE = 1;
const TOGETHER = 0.5;
/** A text with more cues than these tells many things: its pairs say nothing any more. */
const MOST_PAIRED = 14;

export function cueHints(text: string): Hint[] {
  const cues = cuesOf(text);
  const paired = cues.slice(0, MOST_PAIRED);
  const pairs = paired.flatMap((one, place) => paired.slice(place + 1).map((other) => `${one} ${other}`));
  return [
    ...cues.map((cue) => ({ key: `cue ${cue}`, weight: CUE })),
    ...pairs.map((pair) => ({ key: `cues ${pair}`, weight: TOGETHER })),
  ];
}
