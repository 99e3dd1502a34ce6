import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvalSet } from '../../src/cli/understanding/eval-set.ts';
import { CRISIS_KINDS } from '../../src/safety/crisis.ts';
import { realContent } from '../support/real-content.ts';
import { CRIES, LOOK_ALIKES, line } from './cases.ts';

const { recogniseCrisis, suspectCrisis } = (await realContent()).core();

describe('the cases', () => {
  test.each(CRISIS_KINDS)('no cry is missed: %s', (kind) => {
    const cries = CRIES.filter((cry) => cry.kind === kind);
    expect(cries.length).toBeGreaterThan(5);
    expect(cries.filter(({ text }) => recogniseCrisis(text) === null).map(({ text }) => text)).toEqual([]);
  });

  test('what presses now is never read as less', () => {
    const late = CRIES.filter(({ urgency }) => urgency === 'now')
      .map(({ text }) => ({ text, finding: recogniseCrisis(text) }))
      .filter(({ finding }) => finding?.urgency !== 'now');
    expect(late.map(({ text, finding }) => line(text, finding))).toEqual([]);
  });

  test('no look-alike frightens', () => {
    const alarms = LOOK_ALIKES.map(({ text }) => ({ text, finding: recogniseCrisis(text) })).filter(
      ({ finding }) => finding !== null,
    );
    expect(alarms.map(({ text, finding }) => line(text, finding))).toEqual([]);
  });

  test('a finding tells its pattern, its language and the reason', () => {
    const finding = recogniseCrisis('mio marito mi picchia');
    expect(finding).toEqual({
      kind: 'violence',
      urgency: 'now',
      by: 'rule',
      language: 'it',
      pattern: 'it.violence.hits-me',
      why: 'someone hits or hurts the writer',
    });
  });
});

/** Cries of few words, one a kind or more, in several scripts: what noise must not hide. */
const CORES = [
  'voglio morire',
  'stasera la faccio finita',
  'mio marito mi picchia',
  'mio padre non respira',
  'i bambini sono soli in casa da ieri',
  'non so dove dormire stanotte',
  'mi hanno preso il passaporto',
  'mia figlia è scappata di casa',
  'I want to kill myself',
  'my husband beats me',
  'je veux mourir',
  'vreau să mor',
  'dua të vdes',
  'زوجي يضربني',
  'არ მინდა სიცოცხლე',
  'чоловік мене б’є',
];
const core = fc.constantFrom(...CORES);

/** Ordinary words that say nothing about danger. */
const NEUTRAL = [
  'buongiorno',
  'salve',
  'volevo',
  'sapere',
  'la',
  'pratica',
  'bonus',
  'nido',
  'comune',
  'grazie',
  'mille',
];
const words = fc.array(fc.constantFrom(...NEUTRAL), { maxLength: 30 }).map((list) => list.join(' '));

describe('noise', () => {
  test('every core is recognised as it is', () => {
    expect(CORES.filter((text) => recogniseCrisis(text) === null)).toEqual([]);
  });

  test('words before and after do not hide a cry', () => {
    fc.assert(
      fc.property(core, words, words, (cry, before, after) => {
        expect(recogniseCrisis(`${before}. ${cry}. ${after}`)).not.toBeNull();
      }),
    );
  });

  test('upper case, repeated letters and hidden characters do not hide a cry', () => {
    const repeated = fc.tuple(core, fc.nat(), fc.integer({ min: 1, max: 5 })).map(([cry, at, times]) => {
      const place = at % cry.length;
      const letter = cry.charAt(place);
      return /\p{L}/u.test(letter) ? cry.slice(0, place) + letter.repeat(times) + cry.slice(place) : cry;
    });
    const hidden = fc.constantFrom('\u200b', '\u202e', '\u00ad', '\u200f', '\u0000');
    fc.assert(
      fc.property(repeated, hidden, fc.nat(), fc.boolean(), (cry, character, at, loud) => {
        const place = at % cry.length;
        const noisy = cry.slice(0, place) + character + cry.slice(place);
        expect(recogniseCrisis(loud ? noisy.toUpperCase() : noisy)).not.toBeNull();
      }),
    );
  });

  test.each([
    'v o g l i o  m o r i r e',
    'V.O.G.L.I.O M.O.R.I.R.E',
    'vogliomorire',
    'voglio morrire',
    'vogliio mori re',
    'v0glio m0rire',
    'voglio m*rire',
  ])('a word spelled out, run together or mistyped is read: %s', (text) => {
    expect(recogniseCrisis(text)?.kind).toBe('suicide');
  });

  test('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const finding = recogniseCrisis(text);
        if (finding !== null) expect(CRISIS_KINDS).toContain(finding.kind);
      }),
      { numRuns: 300 },
    );
  });

  test('the same text always gives the same finding', () => {
    for (const { text } of CRIES.slice(0, 40)) expect(recogniseCrisis(text)).toEqual(recogniseCrisis(text));
  });
});

describe('a doubt', () => {
  test('is never had of what is recognised', () => {
    for (const { text } of CRIES) expect(suspectCrisis(text), text).toBeNull();
  });

  test('is had of some cries of the evaluation set that are not recognised, and names a danger', async () => {
    const { crisis } = await readEvalSet('eval');
    const missed = crisis.filter(({ text }) => recogniseCrisis(text) === null);
    const doubts = missed.flatMap(({ text }) => suspectCrisis(text) ?? []);
    expect(missed.length === 0 || doubts.length > 0).toBe(true);
    for (const kind of doubts) expect(CRISIS_KINDS).toContain(kind);
  });

  test.each(['come si fa la domanda per la casa popolare?', 'grazie mille, buona giornata', 'isee', ''])(
    'is not had of "%s"',
    (text) => {
      expect(suspectCrisis(text)).toBeNull();
    },
  );
});

describe('long texts', () => {
  test.each(['mi ', 'non voglio ', 'non mi ha ', 'davvero ', 'v o g l i o ', 'زوجي لا '])(
    'half a million characters of "%s" are read without a throw',
    (piece) => {
      expect(() => recogniseCrisis(piece.repeat(500_000 / piece.length))).not.toThrow();
    },
  );

  test('a cry in the middle of 100 kB is found', () => {
    const filler =
      'vorrei sapere quando aprono le domande per il bonus nido e quali documenti servono. '.repeat(600);
    expect(recogniseCrisis(`${filler}Non voglio più vivere. ${filler}`)?.kind).toBe('suicide');
  });
});
