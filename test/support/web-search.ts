/** A search over the sheets of `web-sheets.ts` by a few key words, for tests of the pages alone. */
import type { Knowledge, QuestionContext, Understanding } from '../../src/conversation/ports.ts';
import { createSearch } from '../../src/public-pages/search.ts';

function understandWords(text: string, context: QuestionContext): Understanding {
  const language = /income paper/i.test(text) ? 'en' : context.language;
  const aspect = /costa/i.test(text) ? 'cost' : null;
  const ranking = [
    { slug: 'isee-prova', score: 0.8 },
    { slug: 'casa-prova', score: 0.15 },
    { slug: 'nido-prova', score: 0.01 },
  ];
  const common = { language, aspect, ranking } as const;
  if (/isee|income paper/i.test(text)) return { ...common, outcome: 'answer', slug: 'isee-prova' };
  if (/figli/i.test(text)) return { ...common, outcome: 'clarify', options: ['nido-prova', 'casa-prova'] };
  if (/carta d'identità/i.test(text)) return { ...common, outcome: 'none', office: 'anagrafe' };
  if (/ciao/i.test(text)) return { ...common, outcome: 'smalltalk', kind: 'greeting' };
  if (/guasto/i.test(text)) throw new TypeError('The index broke.');
  return { ...common, outcome: 'none', office: null };
}

const KNOWLEDGE: Knowledge = {
  understand: understandWords,
  answer: (slug, part) => ({
    slug,
    title: slug,
    translatedTitle: null,
    aspect: part === 'short' || part === 'simple' ? null : part,
    heading: part === 'cost' ? 'Quanto costa' : null,
    text: '',
    language: 'it',
    isReviewed: true,
    reviewedAt: '2026-11-23',
    url: '',
    more: [],
  }),
  writtenLanguage: () => null,
  title: () => null,
};

export const webTestSearch = createSearch({
  listen: async () => KNOWLEDGE,
  otherOffice: (id) => (id === 'anagrafe' ? "Per questo vai all'Anagrafe del tuo Comune." : null),
  recogniseCrisis: (text) =>
    /mi picchia|he beats me/i.test(text)
      ? {
          kind: 'violence',
          urgency: 'now',
          by: 'rule',
          language: /he beats/i.test(text) ? 'en' : 'it',
          pattern: 'prova',
          why: 'prova',
        }
      : null,
  emergencyReply: (_kind, language) =>
    language === 'en' ? 'You are in danger. Call 112.' : 'Sei in pericolo.\nChiama il 112.',
});
