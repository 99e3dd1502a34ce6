/** What a single message gets, without any memory: for `ask` and `eval`. */
import { z } from 'zod';
import type { Content } from '../../content.ts';
import { fill, partKey, phrase, sheetLabel } from '../../conversation/phrases.ts';
import type { Aspect, Knowledge, Ranked, Smalltalk, Understanding } from '../../conversation/ports.ts';
import { isLanguage, type Language } from '../../lib/language.ts';
import type { CoreFrame } from '../../pipeline/turn.ts';
import type { CrisisKind, Urgency } from '../../safety/crisis.ts';

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
  /** What the citizen reads, without the ways on: only words of the knowledge and flows folders. */
  readonly text: string;
}

const LONGEST = 1200;

/** The replies to some questions, in their order. A question without `lang` is taken for Italian until it shows another. */
export async function replyTo(questions: readonly Question[], content: Content): Promise<Reply[]> {
  const knowledge = await content.listen(questions.map(({ text }) => text));
  return questions.map((question) => replyToOne(question, knowledge, content.core()));
}

function replyToOne({ id, text, lang }: Question, knowledge: Knowledge, core: CoreFrame): Reply {
  const language = lang !== undefined && isLanguage(lang) ? lang : 'it';
  const understood = knowledge.understand(text, { language, topic: null, earlier: [], comune: null });
  const finding = core.recogniseCrisis(text);
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
  if (finding !== null) {
    const spoken = knowledge.writtenLanguage(text) ?? language;
    return { ...common, outcome: 'crisis', text: core.emergencyReply(finding.kind, spoken) };
  }
  const doubt = core.suspectCrisis(text);
  const said = [
    wordsOf(understood, knowledge, core),
    doubt === null ? '' : lineFor(doubt, understood.language, core),
  ];
  return { ...common, outcome: understood.outcome, text: said.filter((part) => part !== '').join('\n') };
}

/** As the talk ends an answer to what may be about a danger. */
function lineFor(kind: CrisisKind, language: Language, core: CoreFrame): string {
  return phrase(core.phrases, partKey(core.phrases, 'crisi.ricorda', kind, language), language) ?? '';
}

function wordsOf(understood: Understanding, knowledge: Knowledge, core: CoreFrame): string {
  const { language } = understood;
  const say = (key: string): string => phrase(core.phrases, key, language) ?? '';
  switch (understood.outcome) {
    case 'answer': {
      const answer = knowledge.answer(understood.slug, understood.aspect ?? 'short', LONGEST, language);
      if (answer === null) return '';
      const status = understood.aspect === 'status' && answer.language !== 'it' ? say('scheda.stato') : '';
      const name = answer.translatedTitle ?? answer.title;
      const foot = fill(say('scheda.controllata'), { date: answer.reviewedAt, link: answer.url });
      return [name, status, answer.text, foot].filter((part) => part !== '').join('\n');
    }
    case 'clarify': {
      const names = understood.options.flatMap((slug) => sheetLabel(core.phrases, slug, language) ?? []);
      return [say('chiarire.quale'), ...names.map((name, index) => `${index + 1}. ${name}`)].join('\n');
    }
    case 'smalltalk':
      return say(`parole.${understood.kind}`);
    case 'none': {
      if (understood.office === null) return say('non-capito');
      const sentence = language === 'it' ? core.otherOffice?.(understood.office) : null;
      return sentence ? `${sentence}\n${say('ufficio.noi')}` : say('ufficio.altro');
    }
  }
}
