/** What a turn of an evaluated dialogue must and must not hold. */
import { expect, test } from 'vitest';
import { judgeTurn } from '../../src/cli/understanding/dialogues.ts';

function judge(wanted: readonly string[], unwanted: readonly string[], reply: string) {
  return judgeTurn({ user: 'x', must_include: [...wanted], must_not_include: [...unwanted] }, reply);
}

test('case, accents and parts of words make no difference; a bar parts alternatives', () => {
  expect(judge(['GRATUIT|gratis', 'perche'], [], 'È gratis, perché sì.')).toEqual({
    missing: [],
    unwanted: [],
  });
  expect(judge(['document'], ['nido'], 'I documenti per il Nido')).toEqual({
    missing: [],
    unwanted: ['nido'],
  });
  expect(judge(['bando|avviso'], [], 'niente')).toEqual({ missing: ['bando|avviso'], unwanted: [] });
});

test('a whole number is no part of a longer one', () => {
  expect(judge(['112'], ['118'], 'Chiama il 1120 o il 3118.')).toEqual({ missing: ['112'], unwanted: [] });
  expect(judge(['112'], ['118'], 'Chiama il 112, o 118.')).toEqual({ missing: [], unwanted: ['118'] });
});
