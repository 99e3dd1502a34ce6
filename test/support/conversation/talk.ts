/** A talk with the core as the pipeline holds it: listen first, then take the turn. */
import { join } from 'node:path';
import { textsToListen } from '../../../src/conversation/burst.ts';
import type { Core, TurnResult } from '../../../src/conversation/core.ts';
import { takeTurn } from '../../../src/conversation/engine.ts';
import type { MessageSaid } from '../../../src/conversation/events/message-said.ts';
import { loadFlows } from '../../../src/conversation/flow/load.ts';
import type { ReadFlows } from '../../../src/conversation/flow/read.ts';
import type { Input } from '../../../src/conversation/input.ts';
import type { Knowledge } from '../../../src/conversation/ports.ts';
import { ConversationState, newState } from '../../../src/conversation/state.ts';
import { recogniseSmallCrisis, suspectSmallCrisis } from './small-crisis.ts';
import { SMALL_SHEETS, smallKnowledge } from './small-knowledge.ts';

export const ROOT = join(import.meta.dirname, '../../..');
export const NOON = new Date('2026-11-24T11:00:00Z');

export type Usable = Extract<ReadFlows, { ok: true }>;

export async function readyFlows(sheets: readonly string[] = SMALL_SHEETS): Promise<Usable> {
  const read = await loadFlows(join(ROOT, 'flows'), sheets);
  if (!read.ok)
    throw new Error(read.faults.map(({ file, line, what }) => `${file}:${line} ${what}`).join('\n'));
  return read;
}

export function coreWith(read: Pick<Usable, 'flows' | 'phrases'>, knowledge: Knowledge): Core {
  return {
    flows: read.flows,
    phrases: read.phrases,
    emergencyReply: (kind, language) => `[${kind} ${language}] Chiama il 112.`,
    ports: { knowledge, recogniseCrisis: recogniseSmallCrisis, suspectCrisis: suspectSmallCrisis },
    links: { notice: 'https://esempio.it/privacy' },
    ambito: { name: 'Triggiano' },
  };
}

export function toInput(said: string | Input): Input {
  return typeof said === 'string' ? { kind: 'text', text: said } : said;
}

/** One citizen, turn after turn; the state goes through JSON each time, as it does when it is stored. */
export class Talk {
  state: ConversationState = newState();
  readonly read: Pick<Usable, 'flows' | 'phrases'>;
  readonly hint: string | null;
  now = NOON;

  constructor(read: Pick<Usable, 'flows' | 'phrases'>, hint: string | null = 'it') {
    this.read = read;
    this.hint = hint;
  }

  turn(...said: readonly (string | Input)[]): TurnResult {
    const inputs = said.map(toInput);
    const core = coreWith(this.read, smallKnowledge(textsToListen(this.state, inputs)));
    const result = takeTurn(core, this.state, { inputs, languageHint: this.hint, now: this.now });
    this.state = ConversationState.parse(JSON.parse(JSON.stringify(result.state)));
    return result;
  }

  /** The turn's messages, texts joined. */
  say(...said: readonly (string | Input)[]): string {
    return messages(this.turn(...said))
      .map(({ text }) => text)
      .join('\n---\n');
  }
}

export function messages(result: TurnResult): MessageSaid[] {
  return result.events.filter((event) => event.kind === 'message-said');
}
