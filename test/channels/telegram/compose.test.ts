import { expect, test } from 'vitest';
import { compose } from '../../../src/channels/telegram/compose.ts';

function choices(...labels: string[]) {
  return labels.map((label, index) => ({ id: `q.${index + 1}`, label }));
}

function faces(text: string, offered: readonly { id: string; label: string }[]) {
  const composed = compose({ text, choices: offered });
  if (!composed.ok) return composed.code;
  const last = composed.parts.at(-1);
  return { text: last?.text, rows: last?.keyboard.map((row) => row.map((button) => button.text)) };
}

test('choices are numbered buttons, one a row', () => {
  expect(faces('Quale?', choices('ISEE', 'Bonus sociale'))).toEqual({
    text: 'Quale?',
    rows: [['1. ISEE'], ['2. Bonus sociale']],
  });
});

test('a single choice needs no number', () => {
  expect(faces('Fatto.', choices('Torna al menu'))).toEqual({ text: 'Fatto.', rows: [['Torna al menu']] });
});

test('a label that a phone would cut goes into the text, with all the others', () => {
  const long = 'Assegno unico e universale per i figli a carico';
  expect(faces('Quale?', choices('ISEE', long))).toEqual({
    text: `Quale?\n\n1. ISEE\n2. ${long}`,
    rows: [['1', '2']],
  });
});

test('more than ten become rows of numbers', () => {
  const labels = Array.from({ length: 12 }, (_, index) => `Voce ${index + 1}`);
  expect(faces('Quale?', choices(...labels))).toMatchObject({
    rows: [
      ['1', '2', '3', '4', '5'],
      ['6', '7', '8', '9', '10'],
      ['11', '12'],
    ],
  });
});

test.each([
  ['an id of 65 bytes', `x${'è'.repeat(32)}`],
  ['an empty id', ''],
])('%s loses the buttons, not the answer', (_, id) => {
  const composed = compose({ text: 'Quale?', choices: [{ id, label: 'Uno' }, ...choices('Due')] });
  expect(composed).toMatchObject({
    ok: true,
    lostButtons: true,
    parts: [{ text: 'Quale?\n\n1. Uno\n2. Due', keyboard: [] }],
  });
});

test('an id of 64 bytes is carried', () => {
  const composed = compose({ text: 'Quale?', choices: [{ id: 'è'.repeat(32), label: 'Uno' }] });
  expect(composed).toMatchObject({ ok: true, lostButtons: false });
});

test('a text of exactly 4,096 units is one message, one more makes two', () => {
  const text = `${'parola '.repeat(600).slice(0, 4_095)}x`;
  expect(compose({ text, choices: [] })).toMatchObject({ ok: true, parts: [{ text }] });
  expect(compose({ text: `${text} y`, choices: [] })).toMatchObject({ ok: true, parts: [{}, {}] });
});

test('units are counted, not letters', () => {
  const composed = compose({ text: '👍'.repeat(2_049), choices: [] });
  expect(composed.ok && composed.parts.map((part) => part.text.length)).toEqual([4_096, 2]);
});

test('what cannot go is said', () => {
  expect(faces(' \n', [])).toBe('empty-text');
  expect(faces('x'.repeat(3 * 4_096 + 1), [])).toBe('too-long');
  expect(faces('', choices('Sì', 'No'))).toBe('empty-text');
});
