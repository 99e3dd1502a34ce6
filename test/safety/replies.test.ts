import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { EmergencyNumbers } from '../../src/knowledge/contacts.ts';
import { REPLY_LANGUAGES } from '../../src/lib/language.ts';
import { readability } from '../../src/lib/readability.ts';
import { CRISIS_KINDS } from '../../src/safety/crisis.ts';
import { loadEmergencies } from '../../src/safety/load.ts';
import {
  type Emergencies,
  emergencyReply,
  LONGEST_REPLY,
  numbersIn,
  type ReplyNumber,
} from '../../src/safety/replies.ts';

const KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url));
const IDS =
  'nue-112 soccorso-vecchi sordi-112 cure-non-urgenti antiviolenza-1522 infanzia-114 telefono-azzurro minori-scomparsi antitratta telefono-amico samaritans gioco alcol droga rifugiati unar inps-contact-center'.split(
    ' ',
  );
const ALL = CRISIS_KINDS.flatMap((kind) => REPLY_LANGUAGES.map((language) => ({ kind, language })));

let replies: Emergencies;
let numbers: Map<string, ReplyNumber>;

beforeAll(async () => {
  const loaded = await loadEmergencies(KNOWLEDGE);
  expect(loaded.faults).toEqual([]);
  if (loaded.replies === null) throw new Error('The emergency texts cannot be read');
  replies = loaded.replies;
  const file = EmergencyNumbers.parse(
    parse(await readFile(join(KNOWLEDGE, 'emergency-numbers.yaml'), 'utf8')),
  );
  numbers = new Map(file.numbers.map((number) => [number.id, number]));
});

describe('the numbers', () => {
  test('are the seventeen known ones', () => {
    expect([...numbers.keys()]).toEqual(IDS);
  });

  test('no hour or cost that waits for a check is written as known', () => {
    for (const number of numbers.values())
      expect(JSON.stringify([number])).not.toMatch(/"(?:hours|cost)":"[^"]*verific/);
  });
});

describe('the replies', () => {
  test.each(ALL)('$kind in $language: short, a number first, no braces left', ({ kind, language }) => {
    const text = emergencyReply(replies, numbers, kind, language);
    expect(text.length).toBeLessThanOrEqual(LONGEST_REPLY);
    expect(text).not.toMatch(/[{}]/);
    expect(numbersIn(replies.replies[kind][language])[0]).toBe('nue-112');
    expect(text.split('112')[0]?.length ?? 999).toBeLessThan(70);
  });

  test.each(CRISIS_KINDS)('%s in Italian reads easily', (kind) => {
    const text = emergencyReply(replies, numbers, kind, 'it');
    expect(readability(text).score).toBeGreaterThanOrEqual(80);
  });

  test('each kind names the number that fits', () => {
    const named = (kind: keyof Emergencies['replies']) => numbersIn(replies.replies[kind].it);
    expect(named('suicide')).toEqual(['nue-112', 'telefono-amico']);
    expect(named('violence')).toEqual(['nue-112', 'antiviolenza-1522']);
    expect(named('child')).toEqual(['nue-112', 'infanzia-114']);
    expect(named('missing')).toEqual(['nue-112', 'minori-scomparsi']);
    expect(named('trafficking')).toEqual(['nue-112', 'antitratta']);
  });

  test.each(ALL)('$kind in $language names the same numbers as the Italian', ({ kind, language }) => {
    expect(numbersIn(replies.replies[kind][language])).toEqual(numbersIn(replies.replies[kind].it));
  });

  test('a number that may not be told is refused', () => {
    const barred = new Map(numbers);
    barred.set('telefono-amico', { say: '02', publish: false, confidence: 'high' });
    expect(() => emergencyReply(replies, barred, 'suicide', 'it')).toThrow(/telefono-amico/);
  });
});

describe('the loader', () => {
  async function folder(edit: (text: string) => string): Promise<string> {
    const directory = await mkdtemp(join(tmpdir(), 'emergencies-'));
    const text = await readFile(join(KNOWLEDGE, 'emergencies.yaml'), 'utf8');
    await writeFile(join(directory, 'emergencies.yaml'), edit(text));
    await writeFile(
      join(directory, 'emergency-numbers.yaml'),
      await readFile(join(KNOWLEDGE, 'emergency-numbers.yaml'), 'utf8'),
    );
    return directory;
  }

  test('names file and line of a number that may not be published', async () => {
    const directory = await folder((text) =>
      text.replace('{{numero:telefono-amico}}', '{{numero:cure-non-urgenti}}'),
    );
    const { replies: none, faults } = await loadEmergencies(directory);
    expect(none).toBeNull();
    expect(faults).toHaveLength(1);
    expect(faults[0]?.file).toBe(join(directory, 'emergencies.yaml'));
    expect(faults[0]?.line).toBeGreaterThan(20);
    expect(faults[0]?.what).toContain('cure-non-urgenti');
  });

  test('misses a language, a length and a signature', async () => {
    const without = await loadEmergencies(
      await folder((text) => text.replace(/\n {4}uk: >-\n(?: {6}.*\n)+/, '\n')),
    );
    expect(without.faults.map(({ what }) => what).join()).toContain('uk');
    const long = await loadEmergencies(
      await folder((text) => text.replace('Non è colpa tua.', 'Non è colpa tua. '.repeat(20))),
    );
    expect(long.faults[0]?.what).toContain('characters');
    const signed = await loadEmergencies(
      await folder((text) => text.replace('it: { review: draft', 'it: { review: signed')),
    );
    expect(signed.faults[0]?.what).toContain('signature');
  });

  test('says which file cannot be read', async () => {
    const { faults } = await loadEmergencies(join(tmpdir(), 'no-such-folder'));
    expect(faults[0]?.what).toContain('cannot be read');
  });
});
