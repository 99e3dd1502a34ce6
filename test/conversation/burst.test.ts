import { describe, expect, test } from 'vitest';
import { groupBurst, textsToListen } from '../../src/conversation/burst.ts';
import type { Input } from '../../src/conversation/input.ts';
import { LIMITS } from '../../src/conversation/limits.ts';
import { newState } from '../../src/conversation/state.ts';
import { smallKnowledge } from '../support/conversation/small-knowledge.ts';
import { coreWith, readyFlows, Talk, toInput } from '../support/conversation/talk.ts';

const read = await readyFlows();
const core = coreWith(read, smallKnowledge([]));

function group(talk: Talk, ...said: readonly (string | Input)[]): string[] {
  return groupBurst(core, talk.state, said.map(toInput)).map((input) =>
    input.kind === 'text' ? input.text : input.kind,
  );
}

describe('a burst', () => {
  const talk = new Talk(read);
  talk.turn('ciao');

  test('pieces of a sentence are joined', () => {
    expect(group(talk, 'ho bisogno', 'di un aiuto', 'per mia madre')).toEqual([
      'ho bisogno\ndi un aiuto\nper mia madre',
    ]);
  });

  test('an answer, a command, a language, an emoji and a button are taken alone', () => {
    const pressed: Input = { kind: 'choice', choiceId: 'x' };
    expect(
      group(talk, 'ho bisogno', 'capurso', 'di un aiuto', 'menu', 'english', '👍', '2', pressed),
    ).toEqual(['ho bisogno', 'capurso', 'di un aiuto', 'menu', 'english', '👍', '2', 'choice']);
  });

  test('a picture stands between two sentences', () => {
    expect(group(talk, 'questa', { kind: 'media', media: 'image' }, 'che cos’è?')).toEqual([
      'questa',
      'media',
      'che cos’è?',
    ]);
  });

  test('a flood is read up to a limit, in pieces', () => {
    const flood = Array.from({ length: 100 }, (_, at) => `parola numero ${at}`);
    expect(group(talk, ...flood).length).toBe(Math.ceil(LIMITS.burst / LIMITS.joined));
  });
});

describe('what must be listened to', () => {
  test('each text, each way neighbours join, captions and the pending question', () => {
    const state = { ...newState(), pending: 'come si fa l’isee?' };
    const inputs = [
      toInput('uno'),
      toInput(' due '),
      { kind: 'media', media: 'image', caption: 'tre' } as const,
      toInput('quattro'),
    ];
    expect(textsToListen(state, inputs).sort()).toEqual(
      ['uno', 'due', 'uno\ndue', 'tre', 'quattro', 'come si fa l’isee?'].sort(),
    );
  });

  test('grows gently with a flood', () => {
    const flood = Array.from({ length: 100 }, (_, at) => toInput(`parola ${at}`));
    expect(textsToListen(newState(), flood).length).toBeLessThanOrEqual(LIMITS.burst * LIMITS.joined);
  });
});
