/** Updates as the Bot API sends them, of every kind we meet. Hand-made from its documentation. */

export interface WriterOptions {
  /** A citizen's id; the default exceeds 32 bits, as new accounts' do. */
  readonly chatId?: number;
  readonly firstUpdateId?: number;
  /** Unix seconds of the first message; all messages carry it unless told otherwise. */
  readonly date?: number;
  readonly languageCode?: string;
}

export type TelegramUpdate = { readonly update_id: number } & Record<string, unknown>;

/** A citizen with a phone: each call is one thing they do, with fresh ids. */
export class Writer {
  readonly chatId: number;
  date: number;
  readonly #languageCode: string;
  #updateId: number;
  #messageId = 1_000;

  constructor(options: WriterOptions = {}) {
    this.chatId = options.chatId ?? 7_123_456_789;
    this.date = options.date ?? 1_799_999_999;
    this.#languageCode = options.languageCode ?? 'it';
    this.#updateId = options.firstUpdateId ?? 500_000_001;
  }

  get from() {
    return {
      id: this.chatId,
      is_bot: false,
      first_name: 'Rosa',
      last_name: 'Bianchi',
      username: 'rosa_b',
      language_code: this.#languageCode,
    };
  }

  get chat() {
    return {
      id: this.chatId,
      type: 'private',
      first_name: 'Rosa',
      last_name: 'Bianchi',
      username: 'rosa_b',
    };
  }

  /** An update of any kind, known or not. */
  update(fields: Record<string, unknown>): TelegramUpdate {
    return { update_id: this.#updateId++, ...fields };
  }

  /** A message with the given content. */
  message(content: Record<string, unknown>): TelegramUpdate {
    return this.update({ message: this.#message(content) });
  }

  text(text: string): TelegramUpdate {
    const entities = text.startsWith('/')
      ? { entities: [{ offset: 0, length: text.split(' ')[0]?.length ?? 0, type: 'bot_command' }] }
      : {};
    return this.message({ text, ...entities });
  }

  start(payload?: string): TelegramUpdate {
    return this.text(payload === undefined ? '/start' : `/start ${payload}`);
  }

  edited(text: string): TelegramUpdate {
    return this.update({ edited_message: { ...this.#message({ text }), edit_date: this.date + 5 } });
  }

  /** A pressed button of the bot's message `messageId`. `date` 0: Telegram no longer shows us that message. */
  press(data: string, options: { messageId?: number; date?: number; queryId?: string } = {}): TelegramUpdate {
    return this.update({
      callback_query: {
        id: options.queryId ?? String(this.chatId * 1_000 + (this.#updateId % 1_000)),
        from: this.from,
        message: {
          message_id: options.messageId ?? 1,
          from: { id: 4839574812, is_bot: true, first_name: 'Segretariato', username: 'prova_bot' },
          chat: this.chat,
          date: options.date ?? this.date,
        },
        chat_instance: '-3042873423908',
        data,
      },
    });
  }

  voice(): TelegramUpdate {
    return this.message({
      voice: {
        duration: 7,
        mime_type: 'audio/ogg',
        file_id: 'VOICE',
        file_unique_id: 'uv',
        file_size: 27_000,
      },
    });
  }

  audio(): TelegramUpdate {
    const file = { file_id: 'AUDIO', file_unique_id: 'ua', file_size: 3_000_000 };
    return this.message({ audio: { duration: 180, mime_type: 'audio/mpeg', title: 'Canzone', ...file } });
  }

  photo(caption?: string): TelegramUpdate {
    const sizes = [
      { file_id: 'SMALL', file_unique_id: 'p1', width: 90, height: 67, file_size: 1_200 },
      { file_id: 'LARGE', file_unique_id: 'p3', width: 1280, height: 960, file_size: 210_000 },
      { file_id: 'MIDDLE', file_unique_id: 'p2', width: 800, height: 600, file_size: 90_000 },
    ];
    return this.message({ photo: sizes, ...(caption === undefined ? {} : { caption }) });
  }

  video(): TelegramUpdate {
    const file = { file_id: 'VIDEO', file_unique_id: 'uw', mime_type: 'video/mp4', file_size: 900_000 };
    return this.message({ video: { duration: 12, width: 640, height: 360, ...file } });
  }

  videoNote(): TelegramUpdate {
    const file = { file_id: 'ROUND', file_unique_id: 'ur', file_size: 400_000 };
    return this.message({ video_note: { duration: 5, length: 240, ...file } });
  }

  animation(): TelegramUpdate {
    const file = { file_id: 'GIF', file_unique_id: 'ug', mime_type: 'video/mp4', file_size: 50_000 };
    return this.message({ animation: { duration: 2, width: 100, height: 100, ...file }, document: file });
  }

  document(): TelegramUpdate {
    const file = { file_id: 'DOC', file_unique_id: 'ud', mime_type: 'application/pdf', file_size: 80_000 };
    return this.message({ document: { file_name: 'isee.pdf', ...file }, caption: 'il mio ISEE' });
  }

  sticker(): TelegramUpdate {
    const file = { file_id: 'STICKER', file_unique_id: 'us', file_size: 20_000 };
    const kind = { type: 'regular', is_animated: false, is_video: false };
    return this.message({ sticker: { width: 512, height: 512, emoji: '👍', ...kind, ...file } });
  }

  location(latitude = 41.0439, longitude = 16.9211): TelegramUpdate {
    return this.message({ location: { latitude, longitude, horizontal_accuracy: 12 } });
  }

  venue(): TelegramUpdate {
    const location = { latitude: 41.0439, longitude: 16.9211 };
    return this.message({ location, venue: { location, title: 'Municipio', address: 'Capurso' } });
  }

  contact(): TelegramUpdate {
    return this.message({
      contact: { phone_number: '+390000000000', first_name: 'Rosa', user_id: this.chatId },
    });
  }

  /** They blocked the bot (`kicked`) or took it back (`member`). */
  membership(status: string): TelegramUpdate {
    const user = { id: 4839574812, is_bot: true, first_name: 'Segretariato', username: 'prova_bot' };
    return this.update({
      my_chat_member: {
        chat: this.chat,
        from: this.from,
        date: this.date,
        old_chat_member: { user, status: status === 'kicked' ? 'member' : 'kicked' },
        new_chat_member: { user, status },
      },
    });
  }

  /** Written in a group that the bot was added to. */
  inGroup(text: string): TelegramUpdate {
    const chat = { id: -1_001_234_567_890, type: 'supergroup', title: 'Condominio' };
    return this.update({ message: { ...this.#message({ text }), chat } });
  }

  #message(content: Record<string, unknown>) {
    return { message_id: this.#messageId++, from: this.from, chat: this.chat, date: this.date, ...content };
  }
}
