import type { PhraseBook } from '../../src/conversation/phrases.ts';
import { parseSheet } from '../../src/knowledge/parse-sheet.ts';
import type { Sheet } from '../../src/knowledge/sheet.ts';
import type { Translation, Translations } from '../../src/knowledge/translation.ts';
import type { Language } from '../../src/lib/language.ts';

interface Wanted {
  readonly slug: string;
  readonly title: string;
  readonly area: string;
  readonly related?: string;
  readonly nextReview?: string;
  readonly status?: 'active' | 'inactive';
}

/** Sheets made for the tests of the pages: a figure, a number, an office that is not confirmed, every section. */
export function webTestSheets(): Sheet[] {
  return [
    sheet({ slug: 'isee-prova', title: 'ISEE di prova', area: 'accesso', related: 'casa-prova' }),
    sheet({ slug: 'casa-prova', title: 'Casa di prova <b>', area: 'casa', nextReview: '2020-01-01' }),
    sheet({
      slug: 'nido-prova',
      title: 'Nido di prova',
      area: 'famiglia',
      related: 'isee-prova, boh, casa-prova',
      status: 'inactive',
    }),
  ];
}

export const WEB_TEST_NUMBERS = new Map([
  [
    'numero-prova',
    {
      id: 'numero-prova',
      number: '112 (fisso) o 06 112 (cellulare)',
      say: '112 (prova)',
      name: 'Numero di prova',
      publish: true,
      confidence: 'high' as const,
    },
  ],
  [
    'numero-segreto',
    {
      id: 'numero-segreto',
      number: '0999',
      say: '0999',
      name: 'Numero segreto',
      publish: false,
      confidence: 'high' as const,
    },
  ],
]);

export const WEB_TEST_OFFICES = new Map([
  [
    'ufficio-prova',
    {
      id: 'ufficio-prova',
      name: 'Ufficio segreto',
      kind: 'caf',
      phone: '0000',
      confidence: 'low' as const,
      verify_before_use: true,
      confirmedBy: null,
      confirmedOn: null,
    },
  ],
  [
    'ufficio-sicuro',
    {
      id: 'ufficio-sicuro',
      name: 'Ufficio sicuro',
      kind: 'caf',
      comune: 'Capurso',
      address: 'via di Prova 1',
      phone: '080 000000',
      hours: 'lunedì mattina',
      confidence: 'high' as const,
      verify_before_use: false,
      confirmedBy: 'Redazione di prova',
      confirmedOn: '2026-11-23',
    },
  ],
]);

/** The first sheet in three languages: two drafts, one of them from right to left, and one that was reviewed. */
export function webTestTranslations(): Translations {
  return new Map([
    ['en', new Map([['isee-prova', translation('en', 'Test income paper', 'draft')]])],
    ['ro', new Map([['isee-prova', translation('ro', 'Hârtie de probă', 'reviewed')]])],
    ['ar', new Map([['isee-prova', translation('ar', 'ورقة الدخل', 'draft')]])],
  ] as const);
}

function translation(language: Language, title: string, status: Translation['status']): Translation {
  return {
    slug: 'isee-prova',
    language,
    of: '00000000',
    status,
    reviewedBy: status === 'draft' ? null : 'Mediatrice di prova',
    reviewedAt: status === 'draft' ? null : '2026-11-23',
    title,
    short: `${language}: short. {{soglia}}.`,
    how: [`${language}: first step.`, `${language}: second step.`],
    needed: {
      intro: `${language}: papers.`,
      items: [{ name: `${language}: identity card`, cost: `${language}: {{soglia}}` }],
    },
    where: [`${language}: {{ufficio:ufficio-prova}}`, `${language}: town hall.`],
  };
}

export const WEB_TEST_PHRASES: PhraseBook = {
  it: phrasesOf('it', 'Traduzione da verificare.', 'Questo testo è in italiano.', 'Come si fa'),
  en: phrasesOf('en', '(Translation to be checked.)', '(This text is in Italian.)', 'How to do it', 'Price'),
  ar: phrasesOf('ar', '(ترجمة تحتاج إلى مراجعة.)', '(هذا النص بالإيطالية.)', 'كيف'),
};

function phrasesOf(language: Language, unreviewed: string, onlyItalian: string, how: string, cost = '') {
  return {
    language,
    review: { status: 'draft' as const, reviewedBy: null, reviewedAt: null },
    phrases: { 'scheda.traduzione': unreviewed, 'scheda.in-italiano': onlyItalian },
    labels: {
      'aspetto.how': { label: how, words: [] },
      ...(cost === '' ? {} : { 'aspetto.cost': { label: cost, words: [] } }),
    },
    sheets: {},
  };
}

function sheet(wanted: Wanted): Sheet {
  const { sheet: parsed, faults } = parseSheet(`knowledge/sheets/${wanted.slug}.md`, markdown(wanted));
  if (parsed === null || faults.length > 0)
    throw new Error(`A test sheet is wrong: ${JSON.stringify(faults)}`);
  return parsed;
}

function markdown(wanted: Wanted): string {
  return `---
slug: ${wanted.slug}
title: ${wanted.title}
subtitle: Il numero che serve per gli aiuti
category: Salute, benessere e assistenza
area: ${wanted.area}
level: [nazionale]
status: ${wanted.status ?? 'active'}
${wanted.status === 'inactive' ? 'statusReason: Il bando è chiuso. Il limite era {{soglia}}.' : ''}
summary: Dice quanto ha la tua famiglia. La soglia è {{soglia}}.
short: Dice quanto ha la tua famiglia. Lo fai gratis al CAF.
simple: È un foglio con un numero. Lo chiedi al CAF.
coverage: [Adelfia, Capurso]
topics: [Assistenza sociale]
words: [uno, due, tre]
related: [${wanted.related ?? ''}]
needed:
  intro: Prepara questi fogli.
  items:
    - name: Carta d'identità
      what: La tua, non scaduta.
      where: Al Comune.
      cost: Chiedi {{soglia}}.
      alternative: Va bene il passaporto.
figures:
  - { id: soglia, label: Soglia, value: 91.500 euro, kind: soglia, year: 2026, validUntil: 2026-12-31, sources: [s1], confidence: high }
sources:
  - { id: s1, url: 'https://www.inps.it/prova', title: Pagina di prova, date: 2026-01, kind: official }
  - { id: s2, url: 'https://www.inps.it/altra', title: Pagina senza giorno, date: 'n.d. (nota)', kind: official }
legalBasis: [=prova]
offices: [ufficio-prova, ufficio-sicuro]
numbers: [numero-prova, numero-segreto]
reviewedAt: 2026-11-23
reviewedBy: Redazione di prova
nextReview: ${wanted.nextReview ?? '2099-01-10'}
---

## Cos'è

- È un numero. Dice come stai con i soldi.
- Serve per molti aiuti.

## A chi è rivolto

- Lo può fare chiunque.

## Come fare

- Vai al CAF (Centro di Assistenza Fiscale).
- Oppure vai sul sito INPS.

## Cosa si ottiene

- Un foglio. Il limite è {{soglia}}.

## Tempi e scadenze

- Scade il 31 dicembre.

## Quanto costa

- È gratis.

## Dove andare

- Vai qui: {{ufficio:ufficio-prova}}
- Oppure qui: {{ufficio:ufficio-sicuro}}
- Chiedi al tuo Comune.

## Come sapere l'esito

- Chiedi al CAF.

## Condizioni di servizio

- Lo calcola l'INPS.

## Contatti

- Per un aiuto telefona: {{numero:numero-prova}}
`;
}
