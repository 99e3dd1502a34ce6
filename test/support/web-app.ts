/** A small server with the web chat and the public pages over a store in memory, for tests of these pages alone. */

import Fastify, { type FastifyInstance } from 'fastify';
import type { Channel } from '../../src/channels/channel.ts';
import { createWebchatChannel, type WebchatOptions } from '../../src/channels/webchat/webchat-channel.ts';
import { type Clock, systemClock } from '../../src/lib/clock.ts';
import { randomIds } from '../../src/lib/ids.ts';
import { createPublicLibrary } from '../../src/public-pages/library.ts';
import { type PublicPagesOptions, registerPublicPages } from '../../src/public-pages/register.ts';
import { FIGURE_WORDS } from './figure-words.ts';
import { webTestSearch } from './web-search.ts';
import {
  WEB_TEST_NUMBERS,
  WEB_TEST_OFFICES,
  WEB_TEST_PHRASES,
  webTestSheets,
  webTestTranslations,
} from './web-sheets.ts';
import { MemoryWebchatStore } from './webchat-store.ts';

export interface WebApp {
  readonly server: FastifyInstance;
  readonly channel: Channel;
  readonly store: MemoryWebchatStore;
  /** Address once it listens. */
  readonly url: string;
  readonly logged: object[];
  close(): Promise<void>;
}

export interface WebAppOptions {
  readonly store?: MemoryWebchatStore;
  /** 0 takes a free port. */
  readonly port?: number;
  readonly clock?: Clock;
  readonly chat?: Partial<WebchatOptions>;
  readonly pages?: Partial<PublicPagesOptions>;
  /** Instead of a bare one. */
  readonly server?: FastifyInstance;
  /** Answers each message of a citizen; by default with what was written and two choices. */
  readonly reply?: (text: string) => { text: string; choices?: { id: string; label: string }[] } | null;
}

export const TEST_SECRET = Buffer.alloc(32, 7);
const AMBITO = 'Triggiano';

export async function startWebApp(options: WebAppOptions = {}): Promise<WebApp> {
  const store = options.store ?? new MemoryWebchatStore();
  const reply = options.reply ?? ((text) => ({ text: `Hai scritto: ${text}`, choices: [] }));
  const logged: object[] = [];
  const server = options.server ?? Fastify({ logger: false, forceCloseConnections: true });
  const clock = options.clock ?? systemClock;
  const channel = createWebchatChannel({
    store,
    secret: TEST_SECRET,
    publicUrl: 'http://127.0.0.1',
    ambito: AMBITO,
    clock,
    ids: randomIds,
    logger: { error: (data, sentence) => logged.push({ ...data, sentence }) },
    ...options.chat,
  });
  await channel.routes(server, async (message) => {
    const receipt = await store.receive(message);
    const { content, address } = message;
    if (receipt === 'stored' && (content.kind === 'text' || content.kind === 'choice')) {
      const answer = reply(content.kind === 'text' ? content.text : content.choiceId);
      if (answer !== null) {
        setImmediate(() => {
          store.say(address, answer);
          void channel.send(address, { text: answer.text, choices: answer.choices ?? [] }, 'test');
        });
      }
    }
    return receipt;
  });
  await registerPublicPages(server, {
    library: createPublicLibrary({
      sheets: webTestSheets(),
      translations: webTestTranslations(),
      phrases: WEB_TEST_PHRASES,
      numbers: WEB_TEST_NUMBERS,
      offices: WEB_TEST_OFFICES,
      figureWords: FIGURE_WORDS,
      clock,
    }),
    search: webTestSearch,
    publicUrl: 'https://segretariato.example',
    ambito: AMBITO,
    clock,
    ...options.pages,
  });
  await channel.start(async () => 'repeat');
  const url = await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  return {
    server,
    channel,
    store,
    url,
    logged,
    async close() {
      await channel.stop();
      await server.close();
    },
  };
}
