import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Buttons, Method, Payload } from './methods.ts';

export type Reply =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly status: number; readonly description: string };

/** A message as the citizen sees it now: its keyboard may have been taken away since. */
export interface SentMessage {
  readonly messageId: number;
  readonly chatId: number;
  readonly text: string;
  keyboard: Buttons;
}

export interface Webhook {
  readonly url: string;
  readonly secret: string | null;
}

const LARGEST_FILE = 20 * 1024 * 1024;

/** What Telegram knows about one bot: its chats, its webhook, its waiting updates, its files. */
export class BotState {
  readonly messages: SentMessage[] = [];
  webhook: Webhook | null = null;
  commands: Payload<'setMyCommands'>['commands'] = [];
  readonly #byId = new Map<number, SentMessage>();
  readonly #acceptsUnknownPresses: boolean;
  readonly #violation: (fault: string) => void;
  readonly #changed: () => void;
  readonly #presses = new Map<string, 'waiting' | 'answered'>();
  readonly #updates: { readonly update_id: number }[] = [];
  readonly #files = new Map<string, { readonly bytes: Buffer; readonly size: number; expired: boolean }>();
  #nextMessageId = 1;
  #lastError: { readonly date: number; readonly message: string } | null = null;
  #longPoll: { readonly end: (how: 'updates' | 'conflict' | 'over') => void } | null = null;

  constructor(acceptsUnknownPresses: boolean, violation: (fault: string) => void, changed: () => void) {
    this.#acceptsUnknownPresses = acceptsUnknownPresses;
    this.#violation = violation;
    this.#changed = changed;
  }

  /** Remembers the press in an update, so that it can be answered. */
  know(update: unknown): void {
    const { callback_query: query } = update as { callback_query?: { id?: unknown } };
    if (typeof query?.id === 'string' && !this.#presses.has(query.id)) this.#presses.set(query.id, 'waiting');
  }

  /** Puts an update where `getUpdates` finds it. */
  queue(update: { readonly update_id: number }): void {
    this.#updates.push(update);
    this.#longPoll?.end('updates');
  }

  get unconfirmed(): number {
    return this.#updates.length;
  }

  get isPolled(): boolean {
    return this.#longPoll !== null;
  }

  /** What `getWebhookInfo` tells of the last failed delivery. `date` in Unix seconds. */
  deliveryFailed(status: number, date = Math.floor(Date.now() / 1_000)): void {
    this.#lastError = { date, message: `Wrong response from the webhook: ${status}` };
  }

  /** Forgets the messages sent so far. */
  forget(): void {
    this.messages.length = 0;
    this.#byId.clear();
  }

  endLongPoll(): void {
    this.#longPoll?.end('over');
  }

  /** A file that `getFile` knows. `size` lets a test pretend that it is larger than it is. */
  addFile(fileId: string, bytes: Buffer, size = bytes.length): void {
    this.#files.set(fileId, { bytes, size, expired: false });
  }

  /** The link given for the file no longer works. */
  expireFile(fileId: string): void {
    const file = this.#files.get(fileId);
    if (file !== undefined) file.expired = true;
  }

  sendFile(path: string, response: ServerResponse): void {
    const file = this.#files.get(path.replace(/^documents\//, ''));
    if (file === undefined || file.expired) {
      response.writeHead(404).end('{"ok":false,"error_code":404,"description":"Not Found"}');
      return;
    }
    response.writeHead(200, { 'content-length': file.bytes.length }).end(file.bytes);
  }

  perform<Name extends Method>(
    method: Name,
    payload: Payload<Name>,
    request: IncomingMessage,
  ): Promise<Reply> {
    const actions: { readonly [Key in Method]: (payload: Payload<Key>) => Reply | Promise<Reply> } = {
      getMe: () => done({ id: 4839574812, is_bot: true, first_name: 'Segretariato', username: 'prova_bot' }),
      setWebhook: ({ url, secret_token: secret }) => {
        this.webhook = url === '' ? null : { url, secret: secret ?? null };
        this.#longPoll?.end('conflict');
        return done(true);
      },
      deleteWebhook: () => {
        this.webhook = null;
        return done(true);
      },
      getWebhookInfo: () =>
        done({
          url: this.webhook?.url ?? '',
          has_custom_certificate: false,
          pending_update_count: this.#updates.length,
          ...(this.#lastError === null
            ? {}
            : { last_error_date: this.#lastError.date, last_error_message: this.#lastError.message }),
        }),
      setMyCommands: ({ commands }) => {
        this.commands = commands;
        return done(true);
      },
      sendMessage: (sent) => this.#sendMessage(sent),
      editMessageReplyMarkup: (edit) => this.#editKeyboard(edit),
      answerCallbackQuery: ({ callback_query_id: id }) => this.#answerPress(id),
      getUpdates: (asked) => this.#getUpdates(asked, request),
      getFile: ({ file_id: id }) => this.#getFile(id),
    };
    return Promise.resolve(actions[method](payload));
  }

  #sendMessage({ chat_id, text, reply_markup }: Payload<'sendMessage'>): Reply {
    const chatId = Number(chat_id);
    const message = {
      messageId: this.#nextMessageId++,
      chatId,
      text: text.trim(),
      keyboard: reply_markup?.inline_keyboard ?? [],
    };
    this.messages.push(message);
    this.#byId.set(message.messageId, message);
    const date = Math.floor(Date.now() / 1_000);
    return done({ message_id: message.messageId, date, chat: { id: chatId, type: 'private' }, text });
  }

  #editKeyboard({ chat_id, message_id: id, reply_markup: markup }: Payload<'editMessageReplyMarkup'>): Reply {
    const message = this.#byId.get(id);
    if (message === undefined || message.chatId !== Number(chat_id)) {
      return refused('Bad Request: message to edit not found');
    }
    const keyboard = markup?.inline_keyboard ?? [];
    if (JSON.stringify(keyboard) === JSON.stringify(message.keyboard)) {
      return refused(
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
      );
    }
    message.keyboard = keyboard;
    return done({ message_id: id });
  }

  #answerPress(id: string): Reply {
    const press = this.#presses.get(id);
    const isKnown = press === 'waiting' || (press === undefined && this.#acceptsUnknownPresses);
    if (!isKnown) {
      this.#violation(`answerCallbackQuery: ${press === undefined ? 'unknown' : 'answered twice'}`);
      return refused('Bad Request: query is too old and response timeout expired or query ID is invalid');
    }
    this.#presses.set(id, 'answered');
    return done(true);
  }

  async #getUpdates(asked: Payload<'getUpdates'>, request: IncomingMessage): Promise<Reply> {
    if (this.webhook !== null) {
      return conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    this.#longPoll?.end('conflict');
    const { offset } = asked;
    if (offset !== undefined) {
      const unconfirmed = this.#updates.filter((update) => update.update_id >= offset);
      this.#updates.splice(0, this.#updates.length, ...unconfirmed);
    }
    if (this.#updates.length === 0 && (asked.timeout ?? 0) > 0) {
      const how = await this.#waitForUpdates(asked.timeout ?? 0, request);
      if (how === 'conflict') {
        return conflict(
          'terminated by other getUpdates request; make sure that only one bot instance is running',
        );
      }
    }
    return done(this.#updates.slice(0, asked.limit ?? 100));
  }

  #waitForUpdates(seconds: number, request: IncomingMessage): Promise<'updates' | 'conflict' | 'over'> {
    return new Promise((resolve) => {
      const end = (how: 'updates' | 'conflict' | 'over') => {
        clearTimeout(timer);
        request.socket.off('close', gone);
        if (this.#longPoll?.end === end) this.#longPoll = null;
        resolve(how);
      };
      const gone = () => end('over');
      const timer = setTimeout(() => end('over'), seconds * 1_000);
      request.socket.once('close', gone);
      this.#longPoll = { end };
      this.#changed();
    });
  }

  #getFile(fileId: string): Reply {
    const file = this.#files.get(fileId);
    if (file === undefined) return refused('Bad Request: invalid file_id');
    if (file.size > LARGEST_FILE) return refused('Bad Request: file is too big');
    return done({
      file_id: fileId,
      file_unique_id: `u${fileId}`,
      file_size: file.size,
      file_path: `documents/${fileId}`,
    });
  }
}

function done(result: unknown): Reply {
  return { ok: true, result };
}

function refused(description: string): Reply {
  return { ok: false, status: 400, description };
}

function conflict(description: string): Reply {
  return { ok: false, status: 409, description: `Conflict: ${description}` };
}
