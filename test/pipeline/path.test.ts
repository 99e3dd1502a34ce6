/** The path of a message, through the whole application on a real embedded database. */
import { expect, test } from 'vitest';
import { rows } from '../../src/store/transaction.ts';
import { startApp } from '../support/app.ts';

const STATUSES = 'SELECT status, count(*)::int AS n FROM message GROUP BY status ORDER BY status';

test('a message is stored, answered and sent; a repeat of it is dropped', async () => {
  const { write, channel, turns, stopAndOpen } = await startApp();
  expect(await write('rosa', 'come si fa l isee?', 'm1')).toBe('stored');
  expect(await write('rosa', 'come si fa l isee?', 'm1')).toBe('repeat');
  await channel.until(() => channel.arrived.length === 1);
  expect(channel.textsTo('rosa')[0]).toContain('ISEE');
  expect(await write('rosa', 'come si fa l isee?', 'm1')).toBe('repeat');
  const database = await stopAndOpen();
  expect(turns).toHaveLength(1);
  expect(await rows(database.prisma, STATUSES)).toEqual([
    { status: 'processed', n: 1 },
    { status: 'sent', n: 1 },
  ]);
});

test('three quick messages are one turn with one answer', async () => {
  const { write, channel, turns } = await startApp({ workers: { settleMs: 300 } });
  await Promise.all([
    write('rosa', 'mia madre ha 80 anni'),
    write('rosa', 'non cammina più'),
    write('rosa', 'serve aiuto a casa'),
  ]);
  await channel.until(() => channel.arrived.length > 0);
  expect(turns).toHaveLength(1);
  expect(channel.textsTo('rosa')).toHaveLength(1);
});

test('many people at once: each is answered once, in their own order', async () => {
  const { write, channel, turns, stopAndOpen } = await startApp();
  const people = Array.from({ length: 12 }, (_, index) => `persona-${index}`);
  await Promise.all(
    people.map(async (person) => {
      for (const text of ['ciao', 'menu', 'come si fa l isee?']) await write(person, text);
    }),
  );
  await channel.until(() =>
    people.every((person) => channel.textsTo(person).some((text) => text.includes('ISEE'))),
  );
  const database = await stopAndOpen();
  expect(turns.length).toBeGreaterThanOrEqual(people.length);
  const disordered = await rows(
    database.prisma,
    `SELECT * FROM (SELECT sequence, lag(sequence) OVER (PARTITION BY conversation_id ORDER BY turn_id, sequence) AS before
       FROM message WHERE author = 'citizen') AS ordered WHERE before >= sequence`,
  );
  expect(disordered).toEqual([]);
});

test('a passing fault is tried again, later messages wait their turn', async () => {
  const { write, channel } = await startApp();
  channel.decide = ({ messageId }, attempts) =>
    attempts === 1
      ? { outcome: 'retry', code: 'busy', afterMs: 600 }
      : { outcome: 'sent', providerMessageId: messageId };
  await write('rosa', 'ciao');
  await channel.until(() => channel.attempts === 1);
  await write('rosa', 'come si fa l isee?');
  await channel.until(() => channel.arrived.length === 2);
  const ids = channel.arrived.map(({ messageId }) => Number(messageId));
  expect(ids).toEqual(ids.toSorted((a, b) => a - b));
});

test('a message that will never go is kept and listed, the next one goes', async () => {
  const { write, channel, stopAndOpen } = await startApp();
  channel.decide = ({ messageId }, attempts) =>
    attempts === 1
      ? { outcome: 'give-up', code: 'too-strange' }
      : { outcome: 'sent', providerMessageId: messageId };
  await write('rosa', 'ciao');
  await channel.until(() => channel.attempts === 1);
  await write('rosa', 'come si fa l isee?');
  await channel.until(() => channel.arrived.length === 1);
  const database = await stopAndOpen();
  const { deadLetters } = await import('../../src/store/reports.ts');
  expect(await deadLetters(database, 10)).toMatchObject([
    { status: 'failed', code: 'too-strange', channel: 'terminal' },
  ]);
});

test('who blocked us is left in peace, and served again when they write', async () => {
  const { write, channel, stopAndOpen } = await startApp();
  channel.decide = () => ({ outcome: 'unreachable', code: 'blocked' });
  await write('rosa', 'ciao');
  await channel.until(() => channel.attempts === 1);
  channel.decide = ({ messageId }) => ({ outcome: 'sent', providerMessageId: messageId });
  await write('rosa', 'come si fa l isee?');
  await channel.until(() => channel.arrived.length === 1);
  const database = await stopAndOpen();
  expect(await rows(database.prisma, 'SELECT reachable FROM conversation')).toEqual([{ reachable: true }]);
});

test('asking for a person is recorded once, with the Comune and no words', async () => {
  const { write, channel, stopAndOpen } = await startApp();
  await write('rosa', 'vorrei parlare con una persona');
  await channel.until(() => channel.arrived.length === 1);
  await write('rosa', 'operatore');
  await channel.until(() => channel.arrived.length === 2);
  const database = await stopAndOpen();
  expect(await rows(database.prisma, 'SELECT reason, status, crisis FROM handoff_request')).toEqual([
    { reason: 'asked', status: 'open', crisis: null },
  ]);
});

test('a cry for help is answered first and flagged to staff', async () => {
  const { write, channel, stopAndOpen } = await startApp();
  await write('rosa', 'mio marito mi sta picchiando adesso, aiutatemi');
  await channel.until(() => channel.arrived.length === 1);
  expect(channel.textsTo('rosa')[0]).toMatch(/^[^\n]*112/);
  const database = await stopAndOpen();
  expect(await rows(database.prisma, 'SELECT reason, crisis, urgency FROM handoff_request')).toEqual([
    { reason: 'crisis', crisis: 'violence', urgency: 'now' },
  ]);
});

test('stopping finishes what is in flight and takes nothing new', async () => {
  const { app, write, channel, stopAndOpen } = await startApp();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let entered: () => void = () => undefined;
  const sending = new Promise<void>((resolve) => {
    entered = resolve;
  });
  channel.decide = async ({ messageId }) => {
    entered();
    await held;
    return { outcome: 'sent', providerMessageId: messageId };
  };
  await write('rosa', 'ciao');
  await sending;
  const stopped = app.stop();
  release();
  await stopped;
  await expect(write('rosa', 'ancora')).rejects.toThrow();
  const database = await stopAndOpen();
  expect(await rows(database.prisma, STATUSES)).toEqual([
    { status: 'processed', n: 1 },
    { status: 'sent', n: 1 },
  ]);
});
