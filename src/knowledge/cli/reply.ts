/** What a single message gets, without any memory: for `ask` and `eval`. */
import { z } from 'zod';
import type { Aspect, Knowledge, Ranked, RecogniseCrisis, Smalltalk } from '../../conversation/ports.ts';
import { isLanguage, type Language } from '../../lib/language.ts';
import type { CrisisKind, Urgency } from '../../safety/crisis.ts';
import type { Library } from '../library.ts';

export const Question = z.looseObject({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  lang: z.string().optional(),
});
export type Question = z.infer<typeof Question>;

export interface Reply {
  readonly id: string | number;
  readonly lang: Language;
  readonly outcome: 'answer' | 'clarify' | 'none' | 'smalltalk' | 'crisis';
  readonly ranking: readonly Ranked[];
  readonly options: readonly string[];
  readonly aspect: Aspect | null;
  readonly crisis: { readonly kind: CrisisKind; readonly urgency: Urgency } | null;
  /** Whose matter it is, when it is known and not ours. */
  readonly office: string | null;
  readonly smalltalk: Smalltalk | null;
  /** Only words of the knowledge folder: the sheet's lines, the titles to choose from, the sentence on the office. */
  readonly text: string;
}

const LONGEST = 1200;

/** The replies to some questions, in their order. A question without `lang` is taken for Italian until it shows another. */
export async function replyTo(
  questions: readonly Question[],
  library: Library,
  recogniseCrisis: RecogniseCrisis,
): Promise<Reply[]> {
  const knowledge = await library.listen(questions.map(({ text }) => text));
  return questions.map((question) => replyToOne(question, knowledge, library, recogniseCrisis));
}

function replyToOne(
  { id, text, lang }: Question,
  knowledge: Knowledge,
  library: Library,
  recogniseCrisis: RecogniseCrisis,
): Reply {
  const language = lang !== undefined && isLanguage(lang) ? lang : 'it';
  const understood = knowledge.understand(text, { language, topic: null, comune: null });
  const finding = recogniseCrisis(text);
  const common = {
    id,
    lang: understood.language,
    ranking: understood.ranking,
    aspect: understood.aspect,
    crisis: finding === null ? null : { kind: finding.kind, urgency: finding.urgency },
    options: understood.outcome === 'clarify' ? understood.options : [],
    office: understood.outcome === 'none' ? understood.office : null,
    smalltalk: understood.outcome === 'smalltalk' ? understood.kind : null,
  };
  if (finding !== null) return { ...common, outcome: 'crisis', text: '' };
  switch (understood.outcome) {
    case 'answer': {
      const answer = knowledge.answer(understood.slug, understood.aspect, LONGEST);
      return { ...common, outcome: 'answer', text: answer === null ? '' : `${answer.title}\n${answer.text}` };
    }
    case 'clarify': {
      const titles = understood.options.flatMap((slug) => knowledge.title(slug) ?? []);
      return {
        ...common,
        outcome: 'clarify',
        text: titles.map((title, index) => `${index + 1}. ${title}`).join('\n'),
      };
    }
    case 'smalltalk':
      return { ...common, outcome: 'smalltalk', text: '' };
    case 'none': {
      const office = understood.office === null ? null : library.otherOffice(understood.office);
      return { ...common, outcome: 'none', text: office?.say ?? '' };
    }
  }
}
