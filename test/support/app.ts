/** The whole application in a test: real database, real queue, real flows and sheets; one scripted channel to look at. */
import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { type App, buildApp, type Overrides } from '../../src/app.ts';
import type {
  Channel,
  ChannelState,
  Delivery,
  IncomingContent,
  OutgoingMessage,
} from '../../src/channels/channel.ts';
import { type Config, loadConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/lib/log.ts';
import type { TakenTurn } from '../../src/pipeline/turn.ts';
import { type Database, type DatabasePlace, openDatabase } from '../../src/store/database.ts';
import { temporaryFolder } from './folder.ts';

export interface Arrived {
  readonly address: string;
  readonly message: OutgoingMessage;
  readonly messageId: string;
}

/** A channel that keeps what it is given and answers as told. */
export class ScriptedChannel implements Channel {
  readonly name = 'terminal';
  readonly arrived: Arrived[] = [];
  /** Asked at each attempt; by default everything is sent. */
  decide: (attempt: Arrived, attempts: number) => Delivery | Promise<Delivery> = ({ messageId }) => ({
    outcome: 'sent',
    providerMessageId: messageId,
  });
  attempts = 0;
  private readonly watchers = new Set<() => void>();

  readonly routes = () => undefined;
  async start(): Promise<void> {
    return undefined;
  }
  async stop(): Promise<void> {
    return undefined;
  }
  state(): ChannelState {
    return { status: 'on' };
  }

  async send(address: string, message: OutgoingMessage, messageId: string): Promise<Delivery> {
    this.attempts += 1;
    const attempt = { address, message, messageId };
    const delivery = await this.decide(attempt, this.attempts);
    if (delivery.outcome === 'sent') this.arrived.push(attempt);
    for (const watcher of this.watchers) watcher();
    return delivery;
  }

  /** Resolves once the condition holds, looked at after each attempt. */
  async until(condition: () => boolean): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve) => {
      const watcher = () => {
        if (!condition()) return;
        this.watchers.delete(watcher);
        resolve();
      };
      this.watchers.add(watcher);
    });
  }

  textsTo(address: string): string[] {
    return this.arrived.filter((each) => each.address === address).map(({ message }) => message.text);
  }
}

export interface TestApp {
  readonly app: App;
  readonly channel: ScriptedChannel;
  readonly config: Config;
  /** Every log line so far. */
  readonly log: { text: string };
  readonly turns: TakenTurn[];
  /** A citizen writes; ids and order are given out as a provider would. */
  write(address: string, content: IncomingContent | string, id?: string): Promise<'stored' | 'repeat'>;
  /** Stops the application and opens its embedded database, to be looked at. */
  stopAndOpen(): Promise<Database>;
}

export async function startApp(
  overrides: Partial<Overrides> & { readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<TestApp> {
  const { environment = {}, ...rest } = overrides;
  const dataDir = environment.DATA_DIR ?? temporaryFolder();
  const log = { text: '' };
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      log.text += chunk.toString('utf8');
      done();
    },
  });
  const config = loadConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    VAULT_KEY: randomBytes(32).toString('base64'),
    LOG_LEVEL: 'debug',
    ...environment,
  });
  const channel = new ScriptedChannel();
  const turns: TakenTurn[] = [];
  const place: DatabasePlace = rest.place ?? { kind: 'embedded', dataDir };
  const app = await buildApp(config, {
    log: createLog('debug', sink),
    workers: { settleMs: 0 },
    channels: [channel],
    onTurn: (turn) => turns.push(turn),
    ...rest,
    place,
  });
  let running = true;
  const stop = async () => {
    if (!running) return;
    running = false;
    await app.stop();
  };
  onTestFinished(stop);
  await app.start();
  let sequence = 0;
  return {
    app,
    channel,
    config,
    log,
    turns,
    write: async (address, content, id) => {
      sequence += 1;
      return await app.inbox.receive({
        channel: 'terminal',
        providerMessageId: id ?? `message-${sequence}`,
        address,
        sentAt: new Date(),
        sequence,
        content: typeof content === 'string' ? { kind: 'text', text: content } : content,
      });
    },
    stopAndOpen: async () => {
      await stop();
      const database = await openDatabase(place);
      onTestFinished(() => database.close());
      return database;
    },
  };
}
