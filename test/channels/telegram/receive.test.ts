import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toReceived } from '../../../src/channels/telegram/receive.ts';
import { Update } from '../../../src/channels/telegram/schema.ts';
import { type TelegramUpdate, Writer } from '../../support/telegram/updates.ts';

const NOW = new Date('2027-01-15T09:30:00.750Z');

function received(update: unknown) {
  return toReceived(Update.parse(update), NOW);
}

function contentOf(update: unknown) {
  const result = received(update);
  return result.kind === 'message' ? result.message.content : result;
}

const CONTENTS: readonly [string, (writer: Writer) => TelegramUpdate, object][] = [
  ['text', (writer) => writer.text('ciao'), { kind: 'text', text: 'ciao' }],
  ['/start', (writer) => writer.start(), { kind: 'text', text: '/start' }],
  [
    '/start with a payload',
    (writer) => writer.start('volantino-7'),
    { kind: 'text', text: '/start volantino-7' },
  ],
  ['/menu', (writer) => writer.text('/menu'), { kind: 'text', text: '/menu' }],
  [
    'a text with controls',
    (writer) => writer.text('a\u0000\u202eb\ud83d'),
    { kind: 'text', text: 'a\u0000\u202eb\ud83d' },
  ],
  ['button', (writer) => writer.press('menu.2'), { kind: 'choice', choiceId: 'menu.2' }],
  [
    'voice',
    (writer) => writer.voice(),
    { kind: 'media', media: 'voice', mime: 'audio/ogg', size: 27_000, durationS: 7, ref: 'VOICE' },
  ],
  [
    'audio',
    (writer) => writer.audio(),
    { kind: 'media', media: 'audio', mime: 'audio/mpeg', size: 3_000_000, durationS: 180, ref: 'AUDIO' },
  ],
  [
    'photo, the largest',
    (writer) => writer.photo('la lettera'),
    { kind: 'media', media: 'image', caption: 'la lettera', mime: 'image/jpeg', size: 210_000, ref: 'LARGE' },
  ],
  [
    'video',
    (writer) => writer.video(),
    { kind: 'media', media: 'video', mime: 'video/mp4', size: 900_000, durationS: 12, ref: 'VIDEO' },
  ],
  [
    'round video',
    (writer) => writer.videoNote(),
    { kind: 'media', media: 'video', size: 400_000, durationS: 5, ref: 'ROUND' },
  ],
  [
    'GIF',
    (writer) => writer.animation(),
    { kind: 'media', media: 'video', mime: 'video/mp4', size: 50_000, durationS: 2, ref: 'GIF' },
  ],
  [
    'document',
    (writer) => writer.document(),
    {
      kind: 'media',
      media: 'document',
      caption: 'il mio ISEE',
      mime: 'application/pdf',
      size: 80_000,
      ref: 'DOC',
    },
  ],
  [
    'sticker',
    (writer) => writer.sticker(),
    { kind: 'media', media: 'sticker', size: 20_000, ref: 'STICKER' },
  ],
  ['location', (writer) => writer.location(), { kind: 'location', latitude: 41.0439, longitude: 16.9211 }],
  ['venue', (writer) => writer.venue(), { kind: 'location', latitude: 41.0439, longitude: 16.9211 }],
  ['contact', (writer) => writer.contact(), { kind: 'contact' }],
  ['blocked us', (writer) => writer.membership('kicked'), { kind: 'membership', change: 'left' }],
  ['came back', (writer) => writer.membership('member'), { kind: 'membership', change: 'returned' }],
  [
    'dice',
    (writer) => writer.message({ dice: { emoji: '🎲', value: 3 } }),
    { kind: 'unsupported', what: 'dice' },
  ],
  ['poll', (writer) => writer.message({ poll: { id: '1' } }), { kind: 'unsupported', what: 'poll' }],
  [
    'a forwarded thing of the future',
    (writer) => writer.message({ forward_origin: {}, hologram: {} }),
    { kind: 'unsupported', what: 'hologram' },
  ],
  ['a message with nothing in it', (writer) => writer.message({}), { kind: 'unsupported', what: 'unknown' }],
  [
    'a voice that changed its shape',
    (writer) => writer.message({ voice: 'x' }),
    { kind: 'unsupported', what: 'voice' },
  ],
  ['an impossible place', (writer) => writer.location(95, 400), { kind: 'unsupported', what: 'location' }],
];

test.each(CONTENTS)('%s', (_, write, content) => {
  expect(contentOf(write(new Writer()))).toEqual(content);
});

const IGNORED: readonly [string, (writer: Writer) => TelegramUpdate, string][] = [
  ['a corrected message', (writer) => writer.edited('ciao'), 'edited_message'],
  ['a group', (writer) => writer.inGroup('ciao'), 'not-private'],
  ['a channel post', (writer) => writer.update({ channel_post: { message_id: 1 } }), 'channel_post'],
  ['a kind of the future', (writer) => writer.update({ telepathy: {} }), 'telepathy'],
  ['nothing', (writer) => writer.update({}), 'empty'],
  ['a new timer', (writer) => writer.message({ message_auto_delete_timer_changed: {} }), 'service-message'],
  ['a pinned message', (writer) => writer.message({ pinned_message: { text: 'ciao' } }), 'service-message'],
  ['another role in the chat', (writer) => writer.membership('administrator'), 'membership'],
];

test.each(IGNORED)('nobody is owed an answer for %s', (_, write, reason) => {
  expect(received(write(new Writer()))).toEqual({ kind: 'ignored', reason });
});

test('a message carries who, when, in what order and in which language', () => {
  const writer = new Writer({
    chatId: 9_007_199_254_740_001,
    firstUpdateId: 812_000_345,
    languageCode: 'ar',
  });
  expect(received(writer.text('ciao'))).toEqual({
    kind: 'message',
    press: null,
    message: {
      channel: 'telegram',
      providerMessageId: '812000345',
      address: '9007199254740001',
      sentAt: new Date(writer.date * 1_000),
      sequence: 812_000_345,
      languageHint: 'ar',
      content: { kind: 'text', text: 'ciao' },
    },
  });
});

test('a press is dated by whole seconds of our clock and says which keyboard to take away', () => {
  const writer = new Writer();
  expect(received(writer.press('menu.1', { messageId: 42, queryId: 'q1' }))).toMatchObject({
    press: { queryId: 'q1', keyboard: { chatId: writer.chatId, messageId: 42 } },
    message: { sentAt: new Date('2027-01-15T09:30:00.000Z'), address: String(writer.chatId) },
  });
});

test('the keyboard of a message that Telegram no longer shows is left alone', () => {
  expect(received(new Writer().press('menu.1', { date: 0 }))).toMatchObject({ press: { keyboard: null } });
});

test('a press without its message is answered to the person', () => {
  const writer = new Writer();
  const update = writer.update({ callback_query: { id: 'q', from: writer.from, data: 'menu.1' } });
  expect(received(update)).toMatchObject({
    message: { address: String(writer.chatId) },
    press: { keyboard: null },
  });
});

test.each([
  ['no update_id', { message: new Writer().text('ciao').message }],
  ['update_id as text', { update_id: '1' }],
  ['a message without a chat', { update_id: 1, message: { message_id: 1, date: 1, text: 'ciao' } }],
  ['a list', []],
  ['null', null],
])('%s is no update', (_, body) => {
  expect(Update.safeParse(body).success).toBe(false);
});

test('whatever a message holds, it is read without a fault', () => {
  const known = [
    'text',
    'caption',
    'voice',
    'photo',
    'document',
    'sticker',
    'location',
    'venue',
    'contact',
    'from',
  ];
  const content = fc.dictionary(fc.constantFrom(...known), fc.jsonValue());
  fc.assert(
    fc.property(content, (fields) => {
      const writer = new Writer();
      const result = received(writer.message(fields));
      expect(result.kind === 'message' && result.message.address).toBe(String(writer.chatId));
    }),
  );
});
