import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { GOOD_SHEET, knowledgeFolder } from './folder.ts';

const ROOT = process.cwd();

function run(file: string, args: readonly string[], input = '', cwd = ROOT) {
  return spawnSync(process.execPath, [join(ROOT, 'src', file), ...args], {
    input,
    cwd,
    encoding: 'utf8',
  });
}

describe('ask', () => {
  const lines = [
    '{"id":"1","text":"che documenti servono per l\'isee?"}',
    'non è json',
    '{"id":"3"}',
    '',
    '{"id":"5","text":"dove siete?","lang":"en"}',
    '{"id":6,"text":"bonus"}',
  ].join('\n');

  test('one line each, in order; a bad line is named by its number and stops nothing', () => {
    const { stdout, stderr, status } = run('cli/understanding/ask.ts', ['--jsonl'], lines);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(answers).toMatchObject([
      { id: '1', outcome: 'answer', aspect: 'documents', crisis: null },
      { line: 2 },
      { line: 3 },
      { id: '5' },
      { id: 6 },
    ]);
    expect(answers[0]).toHaveProperty('ranking.0.slug', 'isee');
    expect(stderr).toMatch(/line 2: not JSON/);
    expect(stderr).toMatch(/line 3: text/);
    expect(status).toBe(1);
  });

  test('the same question gives the same line', () => {
    const good = '{"id":"1","text":"ajutor pentru chirie"}\n{"id":"2","text":"mio figlio non cammina"}\n';
    expect(run('cli/understanding/ask.ts', ['--jsonl'], good).stdout).toBe(
      run('cli/understanding/ask.ts', ['--jsonl'], good).stdout,
    );
  });

  test('without --jsonl it explains itself', () => {
    const { status, stderr } = run('cli/understanding/ask.ts', []);
    expect(status).toBe(2);
    expect(stderr).toMatch(/--jsonl/);
  });
});

describe('check', () => {
  function check(sheet: string) {
    const folder = temporaryFolder();
    const knowledge = knowledgeFolder({ 'prova.md': sheet });
    return run('knowledge/check.ts', ['--directory', knowledge], '', folder);
  }

  test('a good folder passes and lists the offices to confirm', () => {
    const { status, stdout } = check(GOOD_SHEET);
    expect(stdout).toMatch(/1 sheets read, 1 usable: 0 faults/);
    expect(stdout).toMatch(/ufficio-chiuso: Ufficio chiuso \(1 lines wait for it\)/);
    expect(status).toBe(0);
  });

  test('a hard text is a fault that shows its sentences; a long sentence a warning', () => {
    const hard =
      "Conseguentemente l'amministrazione competente provvederà all'accertamento dell'effettiva sussistenza.";
    const { status, stdout } = check(GOOD_SHEET.replace('- Nulla di più.', `- ${hard}`));
    expect(stdout).toMatch(/sheets\/prova\.md:\d+ {2}"Condizioni di servizio" is hard to read: Gulpease/);
    expect(stdout).toContain(hard);
    expect(status).toBe(1);
    const long = `- ${'si fa '.repeat(11)}.`;
    expect(check(GOOD_SHEET.replace('- Nulla di più.', long)).stdout).toMatch(/WARNINGS[\s\S]*22 words/);
  });
});

test('eval prints the measures of a folder, also for machines', () => {
  const folder = temporaryFolder();
  const files = {
    'questions-it': {
      id: 'a',
      text: 'che carte servono per fare la dsu?',
      slugs: ['isee'],
      aspect: 'documents',
      style: 'named clean short',
    },
    'questions-foreign': {
      id: 'b',
      lang: 'en',
      text: 'help with the rent',
      slugs: ['contributo-affitto'],
      aspect: null,
    },
    'out-of-scope': { id: 'c', text: 'salve', expect: 'smalltalk' },
    ambiguous: { id: 'd', text: 'adi', options: ['assegno-inclusione', 'assistenza-domiciliare-integrata'] },
    crisis: { id: 'e', lang: 'it', text: 'mi voglio ammazzare stanotte', kind: 'suicide', urgency: 'now' },
    'not-crisis': { id: 'f', lang: 'it', text: 'muoio dal ridere' },
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, item] of Object.entries(files)) {
    writeFileSync(join(folder, `${name}.jsonl`), `${JSON.stringify(item)}\n`);
  }
  const { stdout, status } = run('cli/understanding/eval.ts', [folder, '--json']);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    inScope: {
      italian: { hitAt1: { items: 1, hits: 1, misses: [] }, aspect: { hits: 1 } },
      foreign: { hitAt1: { hits: 1 } },
    },
    outOfScope: { all: { asExpected: { hits: 1 } } },
    ambiguous: { askedBack: { hits: 1 } },
    noFalseAlarm: { notCrisis: { hits: 1 } },
  });
  expect(run('cli/understanding/eval.ts', [folder]).stdout).toMatch(/hit@1: 100\.0% \(1 of 1\)/);
});
