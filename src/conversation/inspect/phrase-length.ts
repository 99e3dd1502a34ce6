import { sentences } from '../../lib/readability.ts';
import { LIMITS } from '../limits.ts';
import { BLANKS, fill } from '../phrases.ts';
import type { Inspection } from './index.ts';
import { faultAt } from './parts.ts';

/** Phrases that may be longer: the presentation, which carries the notice, and the question in seven languages. */
const LONG = ['benvenuto.presentazione', 'lingua.chiedi'];

/** A phrase longer than a citizen reads at once. */
export const phraseLength: Inspection = ({ phrases }) =>
  phrases.flatMap((source) =>
    Object.entries(source.content.phrases).flatMap(([key, text]) => {
      const filled = fill(text, BLANKS);
      const weight = LONG.includes(key) ? 'warning' : 'error';
      const long = filled.length > LIMITS.phrase ? [`"${key}" ha ${filled.length} caratteri`] : [];
      const count = countSentences(filled);
      const many = count > LIMITS.sentences && key !== 'lingua.chiedi' ? [`"${key}" ha ${count} frasi`] : [];
      return [...long, ...many].map((what) =>
        faultAt(
          source,
          ['phrases', key],
          what,
          'fai frasi più corte: al massimo 300 caratteri e 3 frasi',
          weight,
        ),
      );
    }),
  );

/** Sentences end at a full stop, a question or exclamation mark, or a line's end; a colon does not end one here. */
function countSentences(text: string): number {
  return sentences(text.replace(/:\s/g, ', ')).length;
}
