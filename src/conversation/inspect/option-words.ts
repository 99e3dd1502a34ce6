import { stepChoiceId } from '../choices.ts';
import { plain } from '../clean.ts';
import { toPhraseBook } from '../flow/written.ts';
import { label, sheetLabel } from '../phrases.ts';
import type { Inspection } from './index.ts';
import { allSteps, faultAt } from './parts.ts';

/** The same word for two options of a question: typed, it would choose the first one in silence. */
export const optionWords: Inspection = (written) => {
  const book = toPhraseBook(written);
  return allSteps(written).flatMap(({ source, path, step, flow, name }) => {
    if (step.kind !== 'ask-choice' || typeof step.options === 'string') return [];
    const { options } = step;
    return written.phrases.flatMap(({ content: { language } }) => {
      const owner = new Map<string, string>();
      return options.flatMap((option, at) => {
        const sheet = option.next.startsWith('sheet:') && option.label === undefined;
        const key = option.label ?? stepChoiceId(flow.flow, name, option.option);
        const found = sheet ? null : label(book, key, language);
        const own = sheet ? [sheetLabel(book, option.next.slice('sheet:'.length), language) ?? ''] : [];
        const words = [...own, ...(found === null ? [] : [found.label, ...found.words])].map(plain);
        return [...new Set(words)].flatMap((word) => {
          const other = owner.get(word);
          owner.set(word, option.option);
          if (other === undefined || word === '') return [];
          const what = `"${word}" (${language}) sceglie sia "${other}" sia "${option.option}"`;
          return [faultAt(source, [...path, 'options', at], what, 'lascia la parola a una scelta sola')];
        });
      });
    });
  });
};
