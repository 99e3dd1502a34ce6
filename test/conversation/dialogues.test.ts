/** Every dialogue of test/dialogues is played again. `UPDATE_DIALOGUES=1` rewrites them with what happens now. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textsToListen } from '../../src/conversation/burst.ts';
import type { Core } from '../../src/conversation/core.ts';
import { takeTurn } from '../../src/conversation/engine.ts';
import { type ConversationState, newState } from '../../src/conversation/state.ts';
import {
  type Dialogue,
  inputsOf,
  played,
  readDialogue,
  writeDialogue,
} from '../support/conversation/dialogue.ts';
import { realKnowledge } from '../support/conversation/real-knowledge.ts';
import { smallKnowledge } from '../support/conversation/small-knowledge.ts';
import { coreWith, NOON, ROOT, readyFlows } from '../support/conversation/talk.ts';

const folder = join(ROOT, 'test/dialogues');
const read = await readyFlows();
const real = await realKnowledge();

async function coreFor(dialogue: Dialogue, texts: readonly string[]): Promise<Core> {
  if (dialogue.conoscenza === 'prova') return coreWith(read, smallKnowledge(texts));
  const core = coreWith(read, await real.library.listen(texts));
  return {
    ...core,
    ports: { ...core.ports, recogniseCrisis: real.recogniseCrisis },
    otherOffice: (office) => real.library.otherOffice(office)?.say ?? null,
  };
}

async function play(dialogue: Dialogue): Promise<Dialogue> {
  let state: ConversationState = newState();
  const dialogo: Dialogue['dialogo'] = [];
  for (const exchange of dialogue.dialogo) {
    const inputs = inputsOf(exchange);
    const core = await coreFor(dialogue, textsToListen(state, inputs));
    const result = takeTurn(core, state, { inputs, languageHint: dialogue.lingua, now: NOON });
    state = result.state;
    dialogo.push(played(exchange, result));
  }
  return { ...dialogue, dialogo };
}

describe('golden dialogues', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml'))) {
    const path = join(folder, name);
    const written = readDialogue(readFileSync(path, 'utf8'));
    test(`${name}: ${written.titolo}`, async () => {
      const now = await play(written);
      if (process.env.UPDATE_DIALOGUES === '1') writeFileSync(path, writeDialogue(now));
      else expect(now).toEqual(written);
    });
  }
});
