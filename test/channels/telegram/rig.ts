import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import {
  createTelegramChannel,
  type TelegramChannel,
  type TelegramOptions,
} from '../../../src/channels/telegram/index.ts';
import { ManualClock } from '../../../src/lib/clock.ts';
import { FakeBotApi } from '../../support/telegram/fake-bot-api.ts';
import { type TelegramUpdate, Writer } from '../../support/telegram/updates.ts';
import { Collector } from '../collector.ts';
import type { Act, ChannelRig } from '../contract.ts';

export const SECRET = 'Segreto-di-prova_123';

/** Keeps every line whole, to be searched for what must not be there. */
export class LogBook {
  readonly lines: { readonly level: string; readonly data: object; readonly sentence: string }[] = [];
  readonly #waiting = new Set<() => void>();

  info(data: object, sentence: string): void {
    this.#write('info', data, sentence);
  }
  warn(data: object, sentence: string): void {
    this.#write('warn', data, sentence);
  }
  error(data: object, sentence: string): void {
    this.#write('error', data, sentence);
  }

  /** Resolves once a line says this. */
  async until(words: string): Promise<void> {
    while (!this.lines.some((line) => line.sentence.includes(words))) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  #write(level: string, data: object, sentence: string): void {
    this.lines.push({ level, data, sentence });
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }

  get text(): string {
    return JSON.stringify(this.lines);
  }
}

/** The channel over real HTTP on both sides: a server of ours with its webhook, and the fake Bot API. */
export interface TelegramRig {
  readonly channel: TelegramChannel;
  readonly fake: FakeBotApi;
  readonly inbox: Collector;
  readonly log: LogBook;
  readonly clock: ManualClock;
  readonly writer: Writer;
  readonly server: FastifyInstance;
  /** Address of our server. */
  readonly url: string;
  /** Posts to the webhook: a body of bytes as they are, with these headers besides the content type. */
  post(body: string, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

export async function openTelegram(
  options: Partial<TelegramOptions> & { readonly start?: boolean } = {},
): Promise<TelegramRig> {
  const fake = await FakeBotApi.start();
  const inbox = new Collector();
  const log = new LogBook();
  const writer = new Writer();
  // The same second as the writer's messages.
  const clock = new ManualClock(new Date(writer.date * 1_000 + 400));
  // Listens before it has routes: the channel wants to know the address first.
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server = fastify({ serverFactory: (handler) => http.on('request', handler) });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const channel = createTelegramChannel({
    token: fake.token,
    mode: 'webhook',
    webhookSecret: SECRET,
    apiRoot: fake.root,
    publicUrl: url,
    logger: log,
    clock,
    random: () => 0.5,
    ...options,
    delays: {
      callTimeoutMs: 10_000,
      firstBackoffMs: 2,
      longestBackoffMs: 10,
      longPollSeconds: 30,
      ...options.delays,
    },
  });
  await channel.routes(server, inbox.receive);
  await server.ready();
  if (options.start !== false) await channel.start(inbox.receive);

  return {
    channel,
    fake,
    inbox,
    log,
    clock,
    writer,
    server,
    url,
    post: (body, headers = {}) =>
      fetch(`${url}/webhooks/telegram`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      }),
    async close() {
      await channel.stop();
      await fake.close();
      http.closeAllConnections();
      await server.close();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

/** The same as the contract of all channels asks for it, in either mode. */
export async function openForContract(mode: 'webhook' | 'polling'): Promise<ChannelRig> {
  const rig = await openTelegram({ mode });
  const { fake, inbox, writer } = rig;
  await fake.untilCalled(mode === 'webhook' ? 'setWebhook' : 'deleteWebhook');

  async function bring(update: TelegramUpdate): Promise<void> {
    if (mode === 'webhook') {
      await fake.deliverUntilTaken(update);
      return;
    }
    fake.push(update);
    // Confirmed: the channel has asked for what comes after it.
    await fake.until(() => fake.state.unconfirmed === 0);
  }
  async function act(update: TelegramUpdate): Promise<Act> {
    await bring(update);
    return { repeat: () => bring(update) };
  }

  return {
    channel: rig.channel,
    inbox,
    address: String(writer.chatId),
    write: (text) => act(writer.text(text)),
    press: (choiceId) => act(writer.press(choiceId, { messageId: fake.messages.at(-1)?.messageId ?? 1 })),
    writeUnknownKind: () => act(writer.message({ hologram: { file_id: 'H' } })),
    async writeScrambled(texts) {
      const updates = texts.map((text) => writer.text(text));
      // `getUpdates` gives them in order by nature; deliveries to a webhook overtake each other.
      if (mode === 'polling') await Promise.all(updates.map(bring));
      else await Promise.all(updates.toReversed().map(bring));
    },
    seen: async () =>
      fake.messages
        .filter((message) => message.chatId === writer.chatId)
        .map(({ text, keyboard }) => ({
          text,
          choices: keyboard.flat().map((button) => ({ id: button.callback_data ?? '', label: button.text })),
        })),
    provider: {
      down: (passing = 0) =>
        fake.misbehave('sendMessage', { kind: 'bad-gateway' }, { after: passing, times: 1_000 }),
      up: () => fake.behave(),
    },
    async close() {
      await rig.close();
      expect(fake.violations).toEqual([]);
    },
  };
}
