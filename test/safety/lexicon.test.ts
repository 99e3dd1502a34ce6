import { expect, test } from 'vitest';
import { LEXICONS } from '../../src/safety/lexicon/index.ts';
import { RULES } from '../../src/safety/rules/index.ts';

/** Cues the reader itself asks for: guards and words of time. */
const ASKED = [
  'NOW',
  'STILL',
  'PAST',
  'RESOLVED',
  'INFORMATION',
  'LAUGH',
  'STORY',
  'TOURIST',
  'OFFICE',
  'LATER',
  'TONIGHT',
];

function namedIn(text: string): string[] {
  return [...text.matchAll(/\$([A-Z_]+)/g)].map((match) => match[1] ?? '');
}

const named = new Set([
  ...ASKED,
  ...RULES.flatMap(({ any, unlessNear }) => [...any.flatMap(namedIn), ...(unlessNear ?? [])]),
  ...LEXICONS.flatMap(({ cues }) => Object.values(cues).flatMap(namedIn)),
]);

test('every cue that is named is written in Italian, the language of most messages', () => {
  const italian = LEXICONS.find(({ language }) => language === 'it');
  expect([...named].filter((cue) => italian?.cues[cue] === undefined)).toEqual([]);
});

test('every cue of a lexicon is used', () => {
  const unused = LEXICONS.flatMap(({ language, cues }) =>
    Object.keys(cues)
      .filter((cue) => !cue.startsWith('IDIOM') && !named.has(cue))
      .map((cue) => `${language} ${cue}`),
  );
  expect(unused).toEqual([]);
});

test('rule ids are unique and begin with their kind', () => {
  const ids = RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const strange = RULES.filter(({ id, kind }) => !id.startsWith(`${kind.split('-')[0]}.`));
  expect(strange.map(({ id }) => id)).toEqual([]);
});
