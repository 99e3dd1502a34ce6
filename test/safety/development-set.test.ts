/**
 * Measures the recogniser on the development set that lies beside the checkout. It only measures: the cases the
 * patterns were written with are in `cases/`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { realContent } from '../support/real-content.ts';
import { line } from './cases.ts';

const { recogniseCrisis } = (await realContent()).core();

const SET = fileURLToPath(new URL('../../../shared/eval/', import.meta.url));
const present = existsSync(`${SET}crisis.jsonl`);
if (!present) console.warn('SKIPPED: crisis recognition was not measured, ../shared/eval is not there.');

const Item = z.looseObject({
  id: z.string(),
  text: z.string(),
  kind: z.string().optional(),
  urgency: z.string().optional(),
  crisis_ok: z.boolean().optional(),
});
type Item = z.infer<typeof Item>;

function items(name: string): Item[] {
  const lines = readFileSync(`${SET}${name}.jsonl`, 'utf8').trim().split('\n');
  return lines.map((text) => Item.parse(JSON.parse(text)));
}

function alarms(name: string): { share: number; report: string[] } {
  const asked = items(name).filter((item) => item.crisis_ok !== true);
  const wrong = asked.filter(({ text }) => recogniseCrisis(text) !== null);
  return {
    share: wrong.length / asked.length,
    report: wrong.map(({ id, text }) => `${id} ${line(text, recogniseCrisis(text))}`),
  };
}

describe.skipIf(!present)('the development set', () => {
  test('recall: every suicide, violence, child and every "now"; 98 % of all', () => {
    const cries = items('crisis');
    const missed = cries.filter(({ text }) => recogniseCrisis(text) === null);
    const grave = missed.filter(
      ({ kind = '', urgency }) => urgency === 'now' || ['suicide', 'violence', 'child'].includes(kind),
    );
    console.info(
      `crisis: ${cries.length} items, ${missed.length} missed ${missed.map(({ id }) => id).join(' ')}`,
    );
    expect(grave.map(({ id, text }) => `${id} ${text}`)).toEqual([]);
    expect(1 - missed.length / cries.length).toBeGreaterThanOrEqual(0.98);
  });

  // The aim is 2 % and 1 %. What is learnt is not there yet: these are the figures measured, so that none grows worse.
  test('false alarms: at most 2 % on not-crisis', () => {
    const { share, report } = alarms('not-crisis');
    console.info(`not-crisis: ${report.length} alarms ${report.join('\n')}`);
    expect(share).toBeLessThanOrEqual(0.02);
  });

  test('false alarms: at most 1 % on the questions', () => {
    const all = ['questions-it', 'questions-foreign', 'out-of-scope', 'ambiguous'].map((name) => ({
      name,
      asked: items(name).filter((item) => item.crisis_ok !== true).length,
      wrong: alarms(name).report,
    }));
    for (const { name, wrong } of all) console.info(`${name}: ${wrong.length} alarms ${wrong.join('\n')}`);
    const wrong = all.reduce((sum, one) => sum + one.wrong.length, 0);
    expect(wrong / all.reduce((sum, one) => sum + one.asked, 0)).toBeLessThanOrEqual(0.01);
  });
});
