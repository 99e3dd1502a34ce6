import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../lib/clock.ts';
import type { Ids } from '../../lib/ids.ts';
import { describeError, type Log } from '../../lib/log.ts';
import { registerAssets } from '../../web/assets.ts';
import type { Telephones } from '../../web/text-parts.ts';
import type { Channel, Delivery, OutgoingMessage, Receive } from '../channel.ts';
import { checkedOrigins } from './embed.ts';
import { type PresentedEntry, present } from './present.ts';
import { RateLimit } from './rate.ts';
import { registerWebchatRoutes } from './routes.ts';
import { createSessionKeeper } from './session.ts';
import type { WebchatEntry, WebchatStore } from './store.ts';
import { Streams } from './streams.ts';

export interface WebchatOptions {
  readonly store: WebchatStore;
  /** 32 bytes: signs the cookie and the forms' token. With a new one, open conversations are left behind. */
  readonly secret: Uint8Array;
  /** Where people reach us; `https:` makes the cookies `Secure`. */
  readonly publicUrl: string;
  /** As in "Ambito di …". */
  readonly ambito: string;
  /** Sites that may show the chat in a frame, as `https://host`; none when not given. */
  readonly embedOrigins?: readonly string[];
  /** How many days after the last visit a browser forgets the conversation; 7 when not given. */
  readonly cookieDays?: number;
  /** Numbers that can be touched wherever we write them; when not given, only after a word of calling. */
  readonly telephones?: () => Telephones;
  /** 25 000 when not given. */
  readonly heartbeatMs?: number;
  readonly logger: Pick<Log, 'error'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

const MESSAGES_ALLOWED = 10;
const MESSAGES_WINDOW_MS = 10_000;
const STREAMS_PER_SESSION = 4;
const NO_TELEPHONES: Telephones = new Set();

/** The web chat: `/chat` and what it needs. `stop()` ends the open streams, so call it before closing the server. */
export function createWebchatChannel(options: WebchatOptions): Channel {
  const publicUrl = new URL(options.publicUrl);
  if (options.secret.length < 32) throw new Error('The web chat needs a secret of at least 32 bytes');
  const { telephones = () => NO_TELEPHONES } = options;
  const presented = (entry: WebchatEntry): PresentedEntry => present(entry, telephones());
  const streams = new Streams({
    store: options.store,
    present: presented,
    onFailure: (error) =>
      options.logger.error(describeError(error), 'A web chat stream could not read the store'),
    heartbeatMs: options.heartbeatMs ?? 25_000,
    mostPerSession: STREAMS_PER_SESSION,
  });
  let stopped = false;
  let sequence = 0;

  return {
    name: 'webchat',

    async routes(server: FastifyInstance, receive: Receive): Promise<void> {
      server.addHook('preClose', async () => streams.endAll());
      await registerAssets(server);
      await registerWebchatRoutes(server, {
        ambito: options.ambito,
        store: options.store,
        sessions: createSessionKeeper({
          secret: options.secret,
          https: publicUrl.protocol === 'https:',
          days: options.cookieDays ?? 7,
        }),
        streams,
        present: presented,
        rate: new RateLimit(options.clock, MESSAGES_ALLOWED, MESSAGES_WINDOW_MS),
        publicUrl,
        embedOrigins: checkedOrigins(options.embedOrigins ?? []),
        logger: options.logger,
        clock: options.clock,
        ids: options.ids,
        receive,
        nextSequence: () => {
          sequence += 1;
          return sequence;
        },
        isStopped: () => stopped,
      });
    },

    async start(): Promise<void> {
      stopped = false;
    },

    async stop(): Promise<void> {
      stopped = true;
      streams.endAll();
    },

    /** The message is durable in the store before this is called: all that is left is to show it. */
    async send(address: string, _message: OutgoingMessage, messageId: string): Promise<Delivery> {
      streams.notify(address);
      return { outcome: 'sent', providerMessageId: messageId };
    },

    state: () => ({ status: 'on' }),
  };
}
