import { expect, test } from 'vitest';
import { ASPECTS } from '../../src/conversation/ports.ts';
import { answerFrom } from '../../src/knowledge/answer.ts';
import { SECTIONS, type Sheet } from '../../src/knowledge/sheet.ts';
import { realContent } from '../support/real-content.ts';

const base = (await realContent()).base();
const { sheets, numbers, offices } = base;
const parts = { ...base, today: '2026-11-24', publicUrl: 'https://esempio.it/' };
const LONG = 100_000;

const digitsOf = (text: string) => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

/** Every figure, number and digit that the sheet's own file gives, and the telephone numbers it may name. */
function permitted(sheet: Sheet): Set<string> {
  const says = [...numbers.values()].map(({ say }) => say);
  return new Set(digitsOf([JSON.stringify(sheet), ...says].join(' ')));
}

test('every sheet answers every aspect, with no number that is not its own', () => {
  expect(sheets.length).toBeGreaterThan(0);
  for (const sheet of sheets) {
    const own = permitted(sheet);
    for (const aspect of ['short', 'simple', ...ASPECTS] as const) {
      const answer = answerFrom(sheet, aspect, LONG, 'it', parts);
      expect(answer.text, `${sheet.slug} ${aspect}`).not.toBe('');
      expect(answer.text).not.toMatch(/[{}]/);
      for (const digits of digitsOf(answer.text)) {
        expect(own.has(digits), `${sheet.slug} ${aspect}: ${digits}`).toBe(true);
      }
      expect(answer).toMatchObject({
        slug: sheet.slug,
        title: sheet.title,
        reviewedAt: sheet.reviewedAt,
        url: `https://esempio.it/servizi/${sheet.slug}`,
      });
      expect(answer.more).not.toContain(aspect);
    }
  }
});

test('an answer is whole lines within its length', () => {
  for (const sheet of sheets) {
    for (const aspect of ASPECTS) {
      const whole = answerFrom(sheet, aspect, LONG, 'it', parts).text.split('\n');
      const most = Math.max(whole[0]?.length ?? 0, 300);
      const { text, heading } = answerFrom(sheet, aspect, most, 'it', parts);
      expect(text.length).toBeLessThanOrEqual(most);
      if (heading !== null) expect(whole.slice(0, text.split('\n').length)).toEqual(text.split('\n'));
    }
  }
});

test('the heading is that of the section; the short form has none', () => {
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('There is no sheet');
  expect(answerFrom(sheet, 'documents', LONG, 'it', parts)).toMatchObject({
    aspect: 'documents',
    heading: SECTIONS.documents,
  });
  expect(answerFrom(sheet, 'short', LONG, 'it', parts)).toMatchObject({ aspect: null, heading: null });
});

test('no office that is not confirmed is ever shown', () => {
  const hidden = [...offices.values()].filter(({ confirmedOn }) => confirmedOn === null);
  const addresses = hidden.flatMap(({ address, phone, email }) => [address, phone, email]).filter(Boolean);
  for (const sheet of sheets) {
    for (const aspect of ASPECTS) {
      const { text } = answerFrom(sheet, aspect, LONG, 'it', parts);
      for (const secret of addresses) expect(text).not.toContain(secret);
    }
  }
});

test('after their last day figures are shown as old', () => {
  const withFigures = sheets.filter(({ figures }) =>
    figures.some(({ validUntil }) => validUntil !== undefined),
  );
  for (const sheet of withFigures) {
    const texts = ASPECTS.map(
      (aspect) => answerFrom(sheet, aspect, LONG, 'it', { ...parts, today: '2040-01-01' }).text,
    );
    expect(texts.join('\n')).not.toMatch(/\(dato 20/);
  }
});

test('a closed service says so before anything else', () => {
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('There is no sheet');
  const closed = { ...sheet, status: 'inactive' as const, statusReason: 'Oggi è chiuso.' };
  for (const aspect of ['short', 'simple', 'how'] as const) {
    expect(answerFrom(closed, aspect, LONG, 'it', parts).text).toMatch(/^Oggi è chiuso\.\n/);
  }
});
