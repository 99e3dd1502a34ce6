/** One citizen at a terminal, with the whole application round them: for `npm run chat` and for the dialogues' checks. */
import { randomBytes } from 'node:crypto';
import { buildApp } from '../app.ts';
import type { IncomingContent, OutgoingMessage } from '../channels/channel.ts';
import { createTerminalChannel } from '../channels/terminal/index.ts';
import { loadConfig } from '../config/config.ts';
import type { ConversationEvent } from '../conversation/events/index.ts';
import { ShiftedClock } from '../lib/clock.ts';
import { uuidv7 } from '../lib/ids.ts';
import { createLog } from '../lib/log.ts';

export interface Said {
  readonly replies: readonly OutgoingMessage[];
  /** What happened besides what was said. */
  readonly events: readonly ConversationEvent[];
}

export interface Chat {
  /** The citizen says something, `afterMs` after the last thing. Resolves with everything that follows. */
  say(content: IncomingContent, afterMs: number): Promise<Said>;
  /** The next thing said comes from another citizen. */
  startOver(): void;
  close(): Promise<void>;
}

export async function openChat(): Promise<Chat> {
  const clock = new ShiftedClock();
  let replies: OutgoingMessage[] = [];
  let events: readonly ConversationEvent[] | null = null;
  let settle: () => void = () => undefined;
  let address = uuidv7();

  const terminal = createTerminalChannel((message) => {
    replies.push(message);
    settle();
  });
  const config = loadConfig({ PORT: '0', VAULT_KEY: randomBytes(32).toString('base64'), LOG_LEVEL: 'error' });
  const app = await buildApp(config, {
    log: createLog('error'),
    clock,
    place: { kind: 'memory' },
    channels: [terminal],
    workers: { settleMs: 0 },
    onTurn: (turn) => {
      events = turn.events;
      settle();
    },
  });
  await app.start();

  return {
    say: async (content, afterMs) => {
      clock.advance(afterMs);
      replies = [];
      events = null;
      const over = new Promise<void>((resolve) => {
        settle = () => {
          if (events && replies.length >= events.filter(({ kind }) => kind === 'message-said').length)
            resolve();
        };
      });
      const providerMessageId = uuidv7();
      await app.inbox.receive({
        channel: 'terminal',
        providerMessageId,
        address,
        sentAt: clock.now(),
        sequence: 0,
        content,
      });
      await over;
      return { replies, events: (events ?? []).filter(({ kind }) => kind !== 'message-said') };
    },
    startOver: () => {
      address = uuidv7();
    },
    close: () => app.stop(),
  };
}
