/**
 * Telegram's side of a load: brings updates to the webhook and plays the Bot API for `sendMessage`, in as little
 * work as it can, since it runs on the same cores. What it received is kept with its time.
 */
import { Agent, createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export const TOKEN = '4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qc';
export const SECRET = 'bench-secret';

export interface Sent {
  readonly chatId: number;
  readonly text: string;
  readonly at: number;
}

export class TelegramSide {
  readonly sent: Sent[] = [];
  onSent: (sent: Sent) => void = () => undefined;
  /** Share of `sendMessage` calls answered with 502, after which nothing was accepted. */
  errorRate = 0;
  private readonly server: Server;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });
  private nextMessageId = 1;
  private random = 12_345;

  private constructor() {
    this.server = createServer((incoming, response) => {
      let body = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => {
        body += chunk;
      });
      incoming.on('end', () => {
        response.setHeader('content-type', 'application/json');
        if (!incoming.url?.endsWith('/sendMessage')) {
          response.end('{"ok":true,"result":true}');
          return;
        }
        if (this.chance() < this.errorRate) {
          response.statusCode = 502;
          response.end('<html>bad gateway</html>');
          return;
        }
        const { chat_id, text } = JSON.parse(body) as { chat_id: number | string; text: string };
        const sent = { chatId: Number(chat_id), text, at: performance.now() };
        this.sent.push(sent);
        const message_id = this.nextMessageId++;
        response.end(
          JSON.stringify({
            ok: true,
            result: { message_id, date: 1, chat: { id: sent.chatId, type: 'private' }, text },
          }),
        );
        this.onSent(sent);
      });
    });
    this.server.keepAliveTimeout = 60_000;
  }

  static async start(): Promise<TelegramSide> {
    const side = new TelegramSide();
    await new Promise<void>((resolve) => side.server.listen(0, '127.0.0.1', resolve));
    return side;
  }

  get root(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Variables that connect a service to this side. */
  get environment(): Record<string, string> {
    return { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_SECRET: SECRET, TELEGRAM_API_ROOT: this.root };
  }

  /** Delivers one update. @returns the status, or 0 when the connection failed, and how long it took (ms). */
  async deliver(url: string, update: object): Promise<{ status: number; ms: number }> {
    const body = JSON.stringify(update);
    const began = performance.now();
    const status = await new Promise<number>((resolve) => {
      const outgoing = request(
        `${url}/webhooks/telegram`,
        {
          method: 'POST',
          agent: this.agent,
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            'x-telegram-bot-api-secret-token': SECRET,
          },
        },
        (response) => {
          response.resume();
          response.on('end', () => resolve(response.statusCode ?? 0));
          response.on('error', () => resolve(0));
        },
      );
      outgoing.on('error', () => resolve(0));
      outgoing.end(body);
    });
    return { status, ms: performance.now() - began };
  }

  /** A small known generator (LCG), so that a run can be repeated. */
  chance(): number {
    this.random = (Math.imul(this.random, 1_664_525) + 1_013_904_223) >>> 0;
    return this.random / 4_294_967_296;
  }

  close(): void {
    this.agent.destroy();
    this.server.close();
    this.server.closeAllConnections();
  }
}

/** A text message of a chat; `sequence` is its place in that chat. */
export function textUpdate(updateId: number, chatId: number, sequence: number, text: string): object {
  const date = 1_799_000_000 + sequence;
  const person = { id: chatId, first_name: 'Prova' };
  return {
    update_id: updateId,
    message: {
      message_id: sequence,
      date,
      text,
      chat: { ...person, type: 'private' },
      from: { ...person, is_bot: false, language_code: 'it' },
    },
  };
}
