import { BLANKS, blanksOf } from '../phrases.ts';
import type { Inspection } from './index.ts';
import { faultAt, italian } from './parts.ts';

/** A blank that nobody fills in, or that a translation has lost. */
export const blanks: Inspection = (written) => {
  const original = italian(written)?.content;
  return written.phrases.flatMap((source) =>
    Object.entries(source.content.phrases).flatMap(([key, text]) => {
      const own = new Set(blanksOf(text));
      const unknown = [...own].filter((blank) => !(blank in BLANKS));
      const lost = blanksOf(original?.phrases[key] ?? '').filter((blank) => !own.has(blank));
      return [
        ...unknown.map((blank) => `"{${blank}}" in "${key}" non viene riempito`),
        ...lost.map((blank) => `"{${blank}}" manca in "${key}"`),
      ].map((what) => faultAt(source, ['phrases', key], what, 'usa gli stessi spazi dell’italiano'));
    }),
  );
};
