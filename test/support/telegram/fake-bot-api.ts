import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { BotState } from './bot-state.ts';
import { control, readAll } from './control.ts';
import { isMethod, METHODS, type Method, type Payload } from './methods.ts';
import type { Misbehaviour } from './misbehaviour.ts';
import { answer, fail, refusal } from './replies.ts';

export interface FakeOptions {
  readonly token?: string;
  /** Any well-formed token is taken: for runs where the service chose it. */
  readonly anyToken?: boolean;
  /** Default: a free one. */
  readonly port?: number;
  /** Presses that were not delivered by this fake are taken too. */
  readonly unknownPresses?: boolean;
  /** Asked before each call; null lets it pass. */
  readonly chance?: ((method: Method) => Misbehaviour | null) | undefined;
}

export interface Call {
  readonly method: Method;
  readonly payload: unknown;
}

interface Planned {
  readonly method: Method;
  readonly how: Misbehaviour;
  readonly chatId: number | null;
  after: number;
  times: number;
}

export const FAKE_TOKEN = '4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qc';

/**
 * A Bot API of our own on a loopback port, over real HTTP. It refuses what Telegram would refuse and more (see
 * `methods.ts`), keeps what it accepted, misbehaves when told to, and brings updates by webhook or `getUpdates`.
 */
export class FakeBotApi {
  readonly token: string;
  readonly state: BotState;
  /** Every call that was accepted, in order. */
  readonly calls: Call[] = [];
  /** How many calls were made to fail. */
  refused = 0;
  /** What no client of ours may do. A test ends by expecting none. */
  readonly violations: string[] = [];
  readonly #options: FakeOptions;
  readonly #server: Server;
  readonly #planned: Planned[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #closing = new AbortController();
  readonly #deliveries = new Set<Promise<void>>();

  private constructor(options: FakeOptions) {
    this.#options = options;
    this.token = options.token ?? FAKE_TOKEN;
    this.state = new BotState(
      options.unknownPresses ?? false,
      (fault) => void this.violations.push(fault),
      () => this.#wake(),
    );
    this.#server = createServer((request, response) => void this.#serve(request, response));
    this.#server.keepAliveTimeout = 60_000;
  }

  static async start(options: FakeOptions = {}): Promise<FakeBotApi> {
    const fake = new FakeBotApi(options);
    await new Promise<void>((resolve) => fake.#server.listen(options.port ?? 0, '127.0.0.1', resolve));
    return fake;
  }

  /** For `TELEGRAM_API_ROOT`. */
  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get messages() {
    return this.state.messages;
  }

  /** After `after` more, the next `times` calls of a method (to one chat, if named) fail like this. */
  misbehave(
    method: Method,
    how: Misbehaviour,
    options: { after?: number; times?: number; chatId?: number } = {},
  ): void {
    const { after = 0, times = 1, chatId = null } = options;
    this.#planned.push({ method, how, after, times, chatId });
  }

  behave(): void {
    this.#planned.length = 0;
  }

  payloads<Name extends Method>(method: Name): Payload<Name>[] {
    return this.calls.filter((call) => call.method === method).map((call) => call.payload as Payload<Name>);
  }

  /** Resolves once the condition holds; looked at after each call, accepted or not, and when a long poll begins. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
      if (this.#closing.signal.aborted) throw new Error('the fake was closed while a test waited for it');
    }
  }

  /** Resolves once a method was accepted so many times. */
  async untilCalled(method: Method, times = 1): Promise<void> {
    await this.until(() => this.calls.filter((call) => call.method === method).length >= times);
  }

  /** A citizen did something: by webhook, repeated until it is taken, if one is set, else for `getUpdates`. */
  push(update: { readonly update_id: number }): void {
    this.state.know(update);
    if (this.state.webhook === null) {
      this.state.queue(update);
      return;
    }
    const delivery = this.deliverUntilTaken(update).then(() => undefined);
    this.#deliveries.add(delivery);
    void delivery.finally(() => this.#deliveries.delete(delivery));
  }

  /** One delivery to the webhook. `secret` null leaves the header out. Resolves with the HTTP status, 0 when cut off. */
  async deliver(update: unknown, options: { secret?: string | null } = {}): Promise<number> {
    const { webhook } = this.state;
    if (webhook === null) throw new Error('no webhook is set');
    this.state.know(update);
    const secret = options.secret === undefined ? webhook.secret : options.secret;
    return await fetch(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret }),
      },
      body: JSON.stringify(update),
      signal: this.#closing.signal,
    }).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => 0,
    );
  }

  /** As Telegram does: again and again, a little later each time. Resolves with all the statuses. */
  async deliverUntilTaken(update: unknown, firstWaitMs = 5): Promise<readonly number[]> {
    const statuses: number[] = [];
    for (let attempt = 0; !this.#closing.signal.aborted; attempt += 1) {
      const status = await this.deliver(update);
      statuses.push(status);
      if (status >= 200 && status < 300) break;
      this.state.deliveryFailed(status);
      await wait(Math.min(1_000, firstWaitMs * 2 ** attempt));
    }
    return statuses;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#wake();
    this.state.endLongPoll();
    await Promise.all(this.#deliveries);
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith('/__') === true) return await control(this, request, response);
    const path = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(request.url ?? '');
    const [, file, token = '', name = ''] = path ?? [];
    if (file !== undefined && token === this.token) return this.state.sendFile(name, response);
    const body = await readAll(request).catch(() => null);
    if (body === null) return;
    if (path === null || !/^\d+:[\w-]+$/.test(token)) return void answer(response, refusal(404, 'Not Found'));
    if (token !== this.token && this.#options.anyToken !== true) {
      return void answer(response, refusal(401, 'Unauthorized'));
    }
    await this.#call(name, body, request, response);
    this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }

  async #call(name: string, body: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isMethod(name)) {
      this.violations.push(`unknown method ${name}`);
      return void answer(response, refusal(404, 'Not Found: method not found'));
    }
    const parsed = METHODS[name].safeParse(body === '' ? {} : parseJson(body));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      this.violations.push(`${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
      return void answer(response, refusal(400, `Bad Request: ${issue?.message ?? 'unreadable'}`));
    }
    const how = this.#nextMisbehaviour(name, parsed.data);
    if (how !== null) this.refused += 1;
    if (how !== null && how.kind !== 'cut-after-accepting') return void fail(how, request, response);
    const reply = await this.state.perform(name, parsed.data as never, request);
    if (reply.ok) this.calls.push({ method: name, payload: parsed.data });
    if (how !== null) request.socket.destroy();
    else answer(response, reply);
  }

  #nextMisbehaviour(method: Method, payload: object): Misbehaviour | null {
    const chatId = 'chat_id' in payload ? Number(payload.chat_id) : null;
    const planned = this.#planned.find(
      (plan) => plan.method === method && plan.times > 0 && (plan.chatId === null || plan.chatId === chatId),
    );
    if (planned === undefined) return this.#options.chance?.(method) ?? null;
    if (planned.after > 0) {
      planned.after -= 1;
      return null;
    }
    planned.times -= 1;
    return planned.how;
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
