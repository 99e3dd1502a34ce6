import type { FastifyInstance } from 'fastify';
import { describeError } from '../../lib/log.ts';
import type { Channel, Receive } from '../channel.ts';
import { createClient } from './client.ts';
import type { Context } from './context.ts';
import { Health } from './health.ts';
import { createIntake } from './intake.ts';
import { checkedSettings, type TelegramOptions } from './options.ts';
import { poll } from './polling.ts';
import { createSend } from './send.ts';
import { keepWebhook } from './setup.ts';
import { addWebhookRoute } from './webhook.ts';

export type { Delays, Logger, TelegramOptions } from './options.ts';

export interface TelegramChannel extends Channel {
  readonly name: 'telegram';
  /** What was received, dropped and refused since the start, by kind. Numbers only. */
  counts(): Readonly<Record<string, number>>;
}

/** Telegram as a channel. Throws a ConfigurationError when the options contradict each other; touches no network yet. */
export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const settings = checkedSettings(options);
  const { receiving } = settings;
  const health = new Health(options.clock);
  const counters = new Map<string, number>();
  const inFlight = new Set<Promise<unknown>>();
  const stopping = new AbortController();

  const context: Context = {
    settings,
    client: createClient(settings),
    health,
    logger: options.logger,
    clock: options.clock,
    random: options.random ?? Math.random,
    stopping: stopping.signal,
    track,
    count: (what) => void counters.set(what, (counters.get(what) ?? 0) + 1),
  };
  const send = createSend(context);

  function track<Result>(work: Promise<Result>): Promise<Result> {
    inFlight.add(work);
    const done = () => inFlight.delete(work);
    work.then(done, done);
    return work;
  }

  /** Work that nobody waits for must never end the process: what it did not foresee shows in `state()`. */
  function inBackground(work: Promise<void>): void {
    track(work).catch((error: unknown) => {
      health.report('receiving', 'stopped', 'unexpected');
      options.logger.error(describeError(error), 'The Telegram channel stopped receiving');
    });
  }

  return {
    name: 'telegram',
    routes(server: FastifyInstance, receive: Receive): void {
      if (receiving.mode !== 'webhook') return;
      addWebhookRoute(server, context, receiving.secret, createIntake(context, receive));
    },
    async start(receive: Receive): Promise<void> {
      if (receiving.mode === 'webhook') inBackground(keepWebhook(context, receiving.url, receiving.secret));
      else inBackground(poll(context, createIntake(context, receive)));
    },
    async stop(): Promise<void> {
      stopping.abort();
      while (inFlight.size > 0) await Promise.allSettled(inFlight);
    },
    async send(address, message, messageId) {
      // What begins after `stop()` would be in flight when the process ends.
      if (stopping.signal.aborted) return { outcome: 'retry', code: 'stopping' };
      return await track(send(address, message, messageId));
    },
    state: () => health.state(),
    counts: () => Object.fromEntries(counters),
  };
}
