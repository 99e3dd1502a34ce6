/**
 * The composition root, to be read from top to bottom: the only file that makes adapters. Parts start in the order
 * of a message's way and stop in reverse, each within a stated time. Tests replace what they need.
 */

import type { Channel } from './channels/channel.ts';
import { createTelegramChannel } from './channels/telegram/index.ts';
import { createWebchatChannel } from './channels/webchat/index.ts';
import type { Config } from './config/config.ts';
import { vaultKey } from './config/secrets.ts';
import { openContent } from './content.ts';
import { registerHealth } from './http/health.ts';
import { createServer } from './http/server.ts';
import { type Clock, systemClock } from './lib/clock.ts';
import { type Ids, randomIds } from './lib/ids.ts';
import type { Log } from './lib/log.ts';
import { DeadTurns } from './pipeline/dead-turns.ts';
import { Inbox } from './pipeline/inbox.ts';
import { Outbox } from './pipeline/outbox.ts';
import { openQueues } from './pipeline/queues.ts';
import { Sweep } from './pipeline/sweep.ts';
import { type TakenTurn, Turns } from './pipeline/turn.ts';
import { startWorkers, type WorkerOptions } from './pipeline/workers.ts';
import { KEEP_DAYS, Retention } from './privacy/retention.ts';
import { Vault } from './privacy/vault.ts';
import { registerPublicPages } from './public-pages/index.ts';
import { checkVaultKey } from './store/check-vault.ts';
import { Correspondents } from './store/correspondents.ts';
import { type DatabasePlace, openDatabase } from './store/database.ts';
import { forgetBefore } from './store/forget.ts';
import { WebchatHistory } from './store/webchat-history.ts';

/** The Ambito this installation serves. */
const AMBITO = 'Triggiano';

export interface Overrides {
  readonly log: Log;
  readonly clock?: Clock;
  readonly ids?: Ids;
  /** Instead of what the configuration says. */
  readonly place?: DatabasePlace;
  /** More channels, or others of the same name. */
  readonly channels?: readonly Channel[];
  readonly workers?: Partial<WorkerOptions>;
  /** Told of each turn once it is durable. */
  readonly onTurn?: (turn: TakenTurn) => void;
}

export interface App {
  /** Where it answers; known once started. */
  readonly url: string;
  readonly inbox: Inbox;
  /** One line a channel: on, or off and why. */
  summary(): string[];
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** One worker a queue on the embedded database, which has one connection; more on a server. */
const WORKERS: Readonly<Record<'server' | 'embedded', WorkerOptions & { readonly sendSlots: number }>> = {
  embedded: { turnWorkers: 1, deliveryWorkers: 2, batch: 16, settleMs: 120, sendSlots: 4 },
  server: { turnWorkers: 4, deliveryWorkers: 3, batch: 64, settleMs: 120, sendSlots: 32 },
};

/** Makes every part; nothing listens and nothing is sent before `start`. */
export async function buildApp(config: Config, overrides: Overrides): Promise<App> {
  const { log, clock = systemClock, ids = randomIds } = overrides;
  const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;

  const content = await openContent({ clock, publicUrl, ambito: AMBITO, log });
  const vault = new Vault(vaultKey(config.vaultKey, config.dataDir));
  const database = await openDatabase(overrides.place ?? placeOf(config));
  await checkVaultKey(database, vault);
  const boss = await openQueues(database, log);
  const correspondents = new Correspondents(vault, ids);
  const inbox = new Inbox({ database, boss, vault, correspondents });

  const webchatHistory = new WebchatHistory(database, correspondents);
  const channels: Channel[] = [
    createWebchatChannel({
      store: webchatHistory,
      secret: vault.webSessionSecret,
      publicUrl,
      ambito: AMBITO,
      embedOrigins: config.embedOrigins,
      telephones: content.pages.telephones,
      logger: log,
      clock,
      ids,
    }),
    ...(config.telegram
      ? [createTelegramChannel(telegramOptions(config.telegram, { publicUrl, log, clock }))]
      : []),
    ...(overrides.channels ?? []),
  ];

  const turns = new Turns({
    database,
    boss,
    correspondents,
    clock,
    ids,
    log,
    core: content.core,
    listen: content.listen,
    onTurn: overrides.onTurn,
  });
  const options = { ...WORKERS[database.kind === 'server' ? 'server' : 'embedded'], ...overrides.workers };
  const byName = new Map(channels.map((channel) => [channel.name, channel]));
  const outbox = new Outbox({
    database,
    boss,
    vault,
    correspondents,
    channels: byName,
    clock,
    log,
    sendSlots: options.sendSlots,
  });
  const deadTurns = new DeadTurns({
    database,
    boss,
    correspondents,
    clock,
    ids,
    log,
    apology: content.apology,
  });
  const sweep = new Sweep(database, boss, clock, log);
  const retention = new Retention((before) => forgetBefore(database, before), clock, log);

  let stopping = false;
  const server = await createServer({ log });
  registerHealth(server, {
    pingDatabase: async () => void (await database.prisma.$queryRawUnsafe('SELECT 1')),
    channels,
    isStopping: () => stopping,
  });
  await registerPublicPages(server, {
    library: content.pages,
    search: content.search,
    publicUrl,
    ambito: AMBITO,
    notice: { ...config.notice, retentionDays: KEEP_DAYS },
  });
  for (const channel of channels) await channel.routes(server, inbox.receive);

  let url = publicUrl;
  let stopped: Promise<void> | null = null;
  let endListening = async (): Promise<void> => undefined;

  async function stop(): Promise<void> {
    stopping = true;
    content.close();
    await Promise.all(channels.map((channel) => channel.stop()));
    await server.close();
    await inbox.close();
    await sweep.stop();
    await retention.stop();
    await boss.stop({ graceful: true, timeout: 7_000, close: true });
    await endListening();
    await database.close();
  }

  return {
    get url() {
      return url;
    },
    inbox,
    summary: () => [
      ...channels
        .filter((channel) => channel.name !== 'terminal')
        .map((channel) => `Channel ${channel.name}: on.`),
      ...(config.telegram ? [] : ['Channel telegram: off (TELEGRAM_BOT_TOKEN is not set).']),
    ],
    start: async () => {
      endListening = await webchatHistory.start();
      await sweep.recover();
      await startWorkers({ boss, turns, outbox, deadTurns, log, options });
      sweep.start();
      retention.start();
      content.watch();
      const address = await server.listen({ host: config.host, port: config.port });
      url = config.publicUrl ?? address;
      for (const channel of channels) await channel.start(inbox.receive);
    },
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

function placeOf(config: Config): DatabasePlace {
  return config.databaseUrl === null
    ? { kind: 'embedded', dataDir: config.dataDir }
    : { kind: 'server', url: config.databaseUrl };
}

function telegramOptions(
  { token, apiRoot, reception }: NonNullable<Config['telegram']>,
  around: { readonly publicUrl: string; readonly log: Log; readonly clock: Clock },
) {
  const { publicUrl, log, clock } = around;
  const common = { token, apiRoot, publicUrl, logger: log, clock };
  return reception.mode === 'polling'
    ? { ...common, mode: 'polling' as const }
    : { ...common, mode: 'webhook' as const, webhookSecret: reception.secret };
}
