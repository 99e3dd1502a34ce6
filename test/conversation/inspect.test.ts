/** Every inspection finds its fault in flows that are otherwise good, and says file and line. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFlowFiles } from '../../src/conversation/flow/load.ts';
import { type FlowFiles, readFlows } from '../../src/conversation/flow/read.ts';
import type { SourceFile } from '../../src/conversation/flow/source.ts';
import { INSPECTIONS, type InspectionName } from '../../src/conversation/inspect/index.ts';
import { SMALL_SHEETS } from '../support/conversation/small-knowledge.ts';
import { ROOT } from '../support/conversation/talk.ts';

const files = await readFlowFiles(join(ROOT, 'flows'));

/** The files with one text replaced by another in one of them. */
function spoiled(file: string, good: string, bad: string): FlowFiles {
  const change = (source: SourceFile): SourceFile => {
    if (source.file !== file) return source;
    expect(source.text).toContain(good);
    return { file, text: source.text.replace(good, () => bad) };
  };
  return { flows: files.flows.map(change), words: change(files.words), phrases: files.phrases.map(change) };
}

type Case = readonly [file: string, good: string, bad: string, what: string];

const CASES: { readonly [K in InspectionName]: readonly [Case, ...Case[]] } = {
  'unknown-target': [
    ['flows/menu.yaml', 'next: flow:soldi', 'next: flow:soldy', '"flow:soldy" non esiste'],
    ['flows/soldi.yaml', 'sheet:isee', 'sheet:ise', '"sheet:ise" non esiste'],
    ['flows/aiuto.yaml', 'next: cosa', 'next: coso', '"coso" non esiste'],
    ['flows/aiuto.yaml', 'start: pericolo', 'start: inizio', 'il primo passo "inizio" non esiste'],
  ],
  'flow-name': [
    ['flows/domanda.yaml', 'flow: domanda', 'flow: domande', 'il flusso "domande" ha un altro nome di file'],
    ['flows/domanda.yaml', 'flow: domanda', 'flow: sempre', '"sempre" non può essere il nome di un flusso'],
  ],
  'unreachable-step': [
    ['flows/aiuto.yaml', 'next: cosa', 'next: parole', 'nessuna strada porta al passo "aiuto.cosa"'],
  ],
  loop: [
    [
      'flows/aiuto.yaml',
      'next: fine',
      'next: cosa',
      'il passo "aiuto.cosa" torna a se stesso senza una domanda',
    ],
  ],
  'missing-phrase': [
    [
      'flows/aiuto.yaml',
      'phrase: aiuto.cosa',
      'phrase: aiuto.che-cosa',
      'la frase "aiuto.che-cosa" non c\'è',
    ],
    ['flows/menu.yaml', 'option: soldi', 'option: denaro', 'l\'etichetta "menu.bisogno.denaro" non c\'è'],
    ['flows/phrases/it.yaml', '  guaio:', '  guasto:', 'manca "guaio"'],
    ['flows/phrases/it.yaml', '  isee: ISEE e CAF\n', '', 'manca "isee"'],
    ['flows/phrases/en.yaml', '  guaio:', '  trouble:', '"trouble" non c\'è in italiano'],
    ['flows/phrases/en.yaml', 'language: en', 'language: it', '"it" ha due file'],
  ],
  'choice-id': [
    ['flows/soldi.yaml', 'option: adi', 'option: assegno-di-inclusione-nuovo', 'è più lungo di 32'],
    ['flows/soldi.yaml', 'option: adi', 'option: isee', 'la scelta "isee" c\'è due volte'],
  ],
  'option-count': [
    ['flows/comune.yaml', '    many: I Comuni dell', '    # I Comuni dell', '"chiedi" ha 6 scelte, più di 5'],
  ],
  'option-words': [
    [
      'flows/phrases/it.yaml',
      'words: [soldi, lavoro, denaro]',
      'words: [soldi, casa]',
      '"casa" (it) sceglie sia "soldi" sia "casa"',
    ],
  ],
  'label-length': [
    [
      'flows/phrases/it.yaml',
      'label: Soldi e lavoro',
      'label: Soldi e lavoro per tutti',
      'è più lunga di 20 caratteri',
    ],
    [
      'flows/phrases/it.yaml',
      'isee: ISEE e CAF',
      'isee: ISEE e CAF e tutto il resto',
      'è più lungo di 24 caratteri',
    ],
  ],
  'phrase-length': [
    ['flows/phrases/it.yaml', 'guaio: Scusa', 'guaio: Uno. Due. Tre. Scusa', '"guaio" ha 5 frasi'],
    ['flows/phrases/en.yaml', 'guaio: Sorry', `guaio: ${'so '.repeat(120)}`, '"guaio" ha'],
  ],
  'reading-ease': [
    [
      'flows/phrases/it.yaml',
      'guaio: Scusa, ho un guasto e non è colpa tua. Vai al menù o parla con una persona.',
      'guaio: Temporanea indisponibilità del servizio informatico.',
      '"guaio" ha Gulpease',
    ],
    [
      'flows/phrases/it.yaml',
      'guaio: Scusa',
      `guaio: ${'ma poi e '.repeat(7)}Scusa`,
      '"guaio" ha una frase di',
    ],
  ],
  blanks: [
    [
      'flows/phrases/it.yaml',
      'da 1 a {last}',
      'da 1 a {ultimo}',
      '"{ultimo}" in "scelta.numero" non viene riempito',
    ],
    ['flows/phrases/en.yaml', 'from 1 to {last}', 'from 1', '"{last}" manca in "scelta.numero"'],
  ],
  review: [['flows/phrases/it.yaml', 'status: draft', 'status: reviewed', 'frasi riviste senza nome o data']],
  'words-twice': [
    ['flows/words.yaml', 'it: [lingua,', 'it: [menu,', '"menu" vuol dire sia menu sia language'],
  ],
};

test('the flows of the repository have no fault', () => {
  const read = readFlows(files, SMALL_SHEETS);
  expect(read.faults.filter(({ weight }) => weight === 'error')).toEqual([]);
});

describe('each inspection', () => {
  for (const [name, cases] of Object.entries(CASES)) {
    test.each(cases)(`${name}: %s, %s → %s`, (file, good, bad, what) => {
      const { ok, faults } = readFlows(spoiled(file, good, bad), SMALL_SHEETS);
      expect(ok).toBe(false);
      const found = faults.find((fault) => fault.what.includes(what));
      expect(found?.file).toMatch(/^flows\//);
      expect(found?.line).toBeGreaterThan(0);
      expect(found?.mend).not.toBe('');
    });
  }

  test('is tried here', () => {
    expect(Object.keys(CASES).sort()).toEqual(Object.keys(INSPECTIONS).sort());
  });
});

describe('reading', () => {
  test.each([
    ['flows/aiuto.yaml', 'phrase: aiuto.cosa, next: parole', 'phrase: aiuto.cosa', 'steps.cosa.next'],
    [
      'flows/aiuto.yaml',
      'kind: say, phrase: aiuto.cosa',
      'kind: dire, phrase: aiuto.cosa',
      'steps.cosa.kind',
    ],
    ['flows/aiuto.yaml', 'next: parole', 'next: Parole Nuove', 'steps.cosa.next'],
    ['flows/aiuto.yaml', 'version: 1', 'version: uno', 'version'],
    ['flows/phrases/it.yaml', 'language: it', 'language: xx', 'language'],
    ['flows/words.yaml', "'9', nove", '9, nove', 'commands.back.whole.it.0'],
  ])('%s: "%s" → "%s" names the part and the line', (file, good, bad, part) => {
    const wrong = spoiled(file, good, bad);
    const { ok, faults } = readFlows(wrong, SMALL_SHEETS);
    expect(ok).toBe(false);
    const text =
      [...wrong.flows, wrong.words, ...wrong.phrases].find((source) => source.file === file)?.text ?? '';
    const line = text.slice(0, text.indexOf(bad)).split('\n').length;
    const found = faults.find((fault) => fault.what.startsWith(part));
    expect(found).toMatchObject({ file, line });
  });

  test('broken YAML names its line', () => {
    const { faults } = readFlows(spoiled('flows/aiuto.yaml', 'version: 1', 'version: [1'), SMALL_SHEETS);
    expect(faults[0]).toMatchObject({ file: 'flows/aiuto.yaml', weight: 'error' });
  });
});
