import { parseSheet } from '../../src/knowledge/parse-sheet.ts';
import type { Sheet } from '../../src/knowledge/sheet.ts';

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
    sheet({ slug: 'nido-prova', title: 'Nido di prova', area: 'famiglia', status: 'inactive' }),
  ];
}

export const WEB_TEST_NUMBERS = new Map([
  [
    'numero-prova',
    {
      id: 'numero-prova',
      number: '112',
      say: '112 (prova)',
      name: 'Numero di prova',
      publish: true,
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
]);

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
${wanted.status === 'inactive' ? 'statusReason: Il bando è chiuso.' : ''}
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
legalBasis: [DPCM 159/2013]
offices: []
numbers: []
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
- Chiedi al tuo Comune.

## Come sapere l'esito

- Chiedi al CAF.

## Condizioni di servizio

- Lo calcola l'INPS.

## Contatti

- Per un aiuto telefona: {{numero:numero-prova}}
`;
}
