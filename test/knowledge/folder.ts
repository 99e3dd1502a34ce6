/** A knowledge folder made for a test, with one good sheet to spoil. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CRISIS_KINDS } from '../../src/safety/crisis.ts';
import { temporaryFolder } from '../support/folder.ts';

export const GOOD_SHEET = `---
slug: prova
title: Aiuto di prova
category: Salute, benessere e assistenza
area: reddito
level: [locale]
status: active
summary: Un aiuto di prova. Serve a chi fa le prove.
short: Un aiuto di prova. Lo chiedi in Comune. Non costa nulla.
simple: Un aiuto di prova. Lo chiedi in Comune.
coverage: [Capurso]
topics: [Assistenza sociale]
words: [aiuto di prova, bonus prova, prova]
related: []
needed:
  intro: Porta questi fogli.
  items:
    - name: Carta
      what: La tua.
      where: A casa.
figures:
  - id: somma
    label: Quanto si prende
    value: 100 euro
    kind: importo
    year: 2026
    validUntil: 2026-12-31
    sources: [s1]
    confidence: high
sources:
  - id: s1
    title: Fonte
    url: https://example.org/fonte
    date: 2026-01-10
    kind: official
legalBasis: []
offices: [ufficio-chiuso]
numbers: [buono]
reviewedAt: 2026-11-01
reviewedBy: Redazione
nextReview: 2027-01-10
---

## Cos'è

- È un aiuto.

## A chi è rivolto

- A chi fa le prove.

## Come fare

- Vai in Comune.

## Cosa si ottiene

- Ricevi {{somma}} al mese.

## Tempi e scadenze

- Il 31 dicembre scade.

## Quanto costa

- Non si paga.

## Dove andare

- Vai in Comune.
- Oppure qui: {{ufficio:ufficio-chiuso}}

## Come sapere l'esito

- Chiedi in Comune.

## Condizioni di servizio

- Nulla di più.

## Contatti

- Chiama il numero {{numero:buono}}
`;

const NUMBERS = `numbers:
  - { id: buono, number: '1522', say: '1522', name: Buono, publish: true, confidence: high }
  - { id: vecchio, number: '000', say: '000', name: Vecchio, publish: false, confidence: low }
`;

const OFFICES = `- id: ufficio-chiuso
  name: Ufficio chiuso
  kind: other
  address: via Prova 1
  confidence: medium
  verify_before_use: true
  confirmedBy: null
  confirmedOn: null
`;

const FIGURES = ['it', 'en', 'fr', 'ro', 'sq', 'ka', 'ar']
  .map((language) => `${language}: { current: '{value} (dato {year})', old: '{value} ({year}?)' }\n`)
  .join('');

/** @param sheets text by file name */
export function knowledgeFolder(
  sheets: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'sheets'));
  for (const [name, text] of Object.entries(sheets)) writeFileSync(join(folder, 'sheets', name), text);
  const all = {
    'emergency-numbers.yaml': NUMBERS,
    'offices.yaml': OFFICES,
    'vocabulary.yaml': MINIMAL_VOCABULARY,
    'figure-words.yaml': FIGURES,
    'other-offices.yaml':
      'offices:\n  - { id: anagrafe, say: Per questo vai in Comune., words: [carta di identità] }\n',
    ...files,
  };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
  mkdirSync(join(folder, 'cries'));
  for (const kind of CRISIS_KINDS)
    writeFileSync(join(folder, 'cries', `${kind}.txt`), '# it a · now\naiuto\n');
  return folder;
}

/** The line, from 1, on which a text stands. */
export function lineWith(text: string, part: string): number {
  return text.split('\n').findIndex((row) => row.includes(part)) + 1;
}

const LANGUAGES = ['it', 'en', 'fr', 'ro', 'sq', 'ka', 'ar', 'es', 'uk'];
const ASPECT_NAMES = [
  'what',
  'who',
  'how',
  'documents',
  'cost',
  'times',
  'where',
  'contact',
  'amount',
  'status',
];
const SMALLTALK_NAMES = [
  'greeting',
  'thanks',
  'goodbye',
  'how-are-you',
  'who-are-you',
  'compliment',
  'insult',
];

const MINIMAL_VOCABULARY = JSON.stringify({
  stop: Object.fromEntries(LANGUAGES.map((language) => [language, language === 'it' ? ['il', 'di'] : []])),
  request: {},
  telltale: {},
  places: [],
  abbreviations: {},
  concepts: [],
  aspects: Object.fromEntries(ASPECT_NAMES.map((name) => [name, {}])),
  interrogative: {},
  nearDanger: [],
  smalltalk: Object.fromEntries(SMALLTALK_NAMES.map((name) => [name, []])),
});
