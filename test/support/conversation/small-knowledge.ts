/** A small knowledge for tests of the conversation alone: a few key words, short sheets, all in memory. */
import type {
  Aspect,
  Knowledge,
  QuestionContext,
  Ranked,
  Understanding,
} from '../../../src/conversation/ports.ts';
import type { Language } from '../../../src/lib/language.ts';

const TITLES: Readonly<Record<string, string>> = {
  'asilo-nido': 'Iscrizione al nido comunale',
  'assegno-inclusione': 'Assegno di Inclusione (ADI)',
  'assegno-unico': 'Assegno unico per i figli',
  'assistenza-domiciliare-integrata': 'Assistenza domiciliare integrata (ADI): cure a casa',
  'assistenza-domiciliare-sad': 'Assistenza a casa del Comune (SAD)',
  'bonus-bollette': 'Bonus bollette: luce, gas, acqua, rifiuti',
  'centro-antiviolenza': 'Violenza: 1522 e centri antiviolenza',
  'contrassegno-disabili': 'Contrassegno auto per persone con disabilità',
  'contributi-economici-comunali': 'Aiuto in soldi dal Comune',
  'contributo-affitto': "Contributo per l'affitto",
  'invalidita-civile': 'Invalidità civile, pensione e assegno',
  isee: 'ISEE, DSU e CAF',
  'legge-104': 'Legge 104: permessi, congedo e aiuti',
  'permesso-soggiorno': 'Permesso di soggiorno: averlo e rinnovarlo',
  'porta-unica-accesso': 'Porta Unica di Accesso (PUA)',
  'pronto-intervento-sociale': 'Pronto Intervento Sociale',
  'segretariato-sociale': 'Segretariato Sociale Professionale',
  'servizio-sociale-professionale': "L'assistente sociale che ti segue",
  'sportello-immigrati': 'Aiuto per chi viene da un altro Paese',
  'supporto-formazione-lavoro': 'Supporto per la Formazione e il Lavoro (SFL)',
};
export const SMALL_SHEETS = Object.keys(TITLES);

const KEYS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\badi\b/i, ['assegno-inclusione', 'assistenza-domiciliare-integrata']],
  [/infermier|cure a casa/i, ['assistenza-domiciliare-integrata', 'assistenza-domiciliare-sad']],
  [/isee|dsu/i, ['isee']],
  [/soldi dei figli|assegno unico|soldi per i figli/i, ['assegno-unico']],
  [/bollett|luce/i, ['bonus-bollette']],
  [/affitto|rent|chiria/i, ['contributo-affitto']],
  [/permesso di soggiorno|residence permit/i, ['permesso-soggiorno']],
];
const ASPECT_KEYS: readonly (readonly [RegExp, Aspect])[] = [
  [/document|papers/i, 'documents'],
  [/costa|paga|cost/i, 'cost'],
  [/spetta|chi può/i, 'who'],
  [/dove|where/i, 'where'],
  [/accettata|accolta|a che punto/i, 'status'],
  [/come/i, 'how'],
];
const HEADINGS: Readonly<Partial<Record<Aspect, string>>> = {
  documents: 'Cosa serve',
  cost: 'Quanto costa',
  who: 'A chi è rivolto',
  where: 'Dove andare',
  how: 'Come fare',
  status: "Come sapere l'esito",
};
const ENGLISH = /\b(hello|hi|the|rent|where|what|how|my|do you|english)\b/i;

function languageOf(text: string, fallback: Language): Language {
  if (/\p{Script=Georgian}/u.test(text)) return 'ka';
  if (/\p{Script=Arabic}/u.test(text)) return 'ar';
  if (ENGLISH.test(text)) return 'en';
  if (/\b(il|la|le|i|che|come|non|per|mi|cosa|ciao)\b/i.test(text)) return 'it';
  return fallback;
}

export function understandSmall(text: string, context: QuestionContext): Understanding {
  const found = KEYS.filter(([key]) => key.test(text)).flatMap(([, slugs]) => slugs);
  const ranking: Ranked[] = [...new Set(found)].map((slug, at) => ({ slug, score: 1 / (at + 1) }));
  const aspect = ASPECT_KEYS.find(([key]) => key.test(text))?.[1] ?? null;
  const common = { language: languageOf(text, context.language), aspect, ranking };
  if (/^(ciao|hello|hi|buongiorno|გამარჯობა|مرحبا)[!. ]*$/iu.test(text)) {
    return { ...common, outcome: 'smalltalk', kind: 'greeting' };
  }
  if (/^grazie/i.test(text)) return { ...common, outcome: 'smalltalk', kind: 'thanks' };
  if (/incapaci|stupid/i.test(text)) return { ...common, outcome: 'smalltalk', kind: 'insult' };
  if (/carta d'identità/i.test(text)) return { ...common, outcome: 'none', office: 'anagrafe' };
  if (/\badi\b/i.test(text))
    return { ...common, outcome: 'clarify', options: ranking.map(({ slug }) => slug) };
  const [best] = ranking;
  if (best !== undefined) return { ...common, outcome: 'answer', slug: best.slug };
  if (context.topic !== null && aspect !== null) {
    return { ...common, outcome: 'answer', slug: context.topic.sheet };
  }
  return { ...common, outcome: 'none', office: null };
}

/** Throws on a text that was not listened to, as the real one does. */
export function smallKnowledge(heard: readonly string[]): Knowledge {
  return {
    understand(text, context) {
      if (!heard.includes(text)) throw new Error(`a text that was not listened to: ${text}`);
      return understandSmall(text, context);
    },
    answer(slug, part) {
      const title = TITLES[slug];
      if (title === undefined) return null;
      const aspect = part === 'short' || part === 'simple' ? null : part;
      const heading = aspect === null ? null : (HEADINGS[aspect] ?? null);
      const brief = part === 'simple' ? `In parole semplici: ${title}.` : `In breve: ${title}.`;
      return {
        slug,
        title,
        translatedTitle: null,
        language: 'it',
        isReviewed: true,
        aspect: heading === null ? null : aspect,
        heading,
        text: heading === null ? brief : `- ${heading}: una riga della scheda.`,
        reviewedAt: '2026-11-23',
        url: `https://esempio.it/servizi/${slug}`,
        more: (['documents', 'where', 'cost'] as const).filter((one) => one !== aspect),
      };
    },
    writtenLanguage: (text) => (ENGLISH.test(text) ? 'en' : null),
    title: (slug) => TITLES[slug] ?? null,
  };
}
