/**
 * `npm run test:fault`: five kill -9 under load, a fifth of the updates delivered again, one send in twenty refused by
 * the provider. Then every row is counted: nothing lost, nothing processed twice, nothing out of order; and every file
 * and every log line is searched for what must never be there. `-- --server` runs it on PostgreSQL.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { vaultKey } from '../src/config/secrets.ts';
import { Vault } from '../src/privacy/vault.ts';
import { openDatabase } from '../src/store/database.ts';
import { hex, rows } from '../src/store/transaction.ts';
import { type Figure, report } from './support/figures.ts';
import { freshServerDatabase } from './support/postgres.ts';
import { Service } from './support/service.ts';
import { SECRET, TelegramSide, TOKEN, textUpdate } from './support/telegram-side.ts';

const CHATS = 40;
const MESSAGES_EACH = 25;
const KILLS = 5;
const MARKER = 'zqxparolasegreta';
const FIRST_CHAT = 7_391_846_000;

const onServer = process.argv.includes('--server');
const dataDir = mkdtempSync(join(tmpdir(), 'segretariato-faults-'));
const server = onServer ? await freshServerDatabase() : null;
const telegram = await TelegramSide.start();
telegram.errorRate = 0.05;
const port = String(20_000 + (process.pid % 20_000));
const service = new Service({
  ...telegram.environment,
  DATA_DIR: dataDir,
  PORT: port,
  LOG_LEVEL: 'debug',
  ...(server ? { DATABASE_URL: server.url } : {}),
});

/** One chat: each message after the one before was accepted; refused or cut deliveries are repeated, as Telegram does. */
async function chat(index: number): Promise<number> {
  let repeats = 0;
  for (let n = 1; n <= MESSAGES_EACH; n += 1) {
    const update = textUpdate(
      1 + index * MESSAGES_EACH + n,
      FIRST_CHAT + index,
      n,
      `${MARKER} isee domanda ${n}`,
    );
    for (;;) {
      const { status } = await telegram.deliver(service.url, update);
      if (status === 200) break;
      await wait(100);
    }
    if (telegram.chance() < 0.2) {
      repeats += 1;
      await telegram.deliver(service.url, update);
    }
    await wait(telegram.chance() * 700);
  }
  return repeats;
}

await service.start();
const talking = Promise.all(Array.from({ length: CHATS }, (_, index) => chat(index)));
for (let kill = 0; kill < KILLS; kill += 1) {
  await wait(1_500 + telegram.chance() * 1_500);
  await service.kill();
  await service.start();
}
const repeated = (await talking).reduce((sum, each) => sum + each, 0);

// Until everybody is answered; the server's orphaned wake-ups need their heartbeat to lapse first.
const settled = performance.now();
for (
  let last = -1;
  last !== telegram.sent.length || performance.now() - settled < (onServer ? 30_000 : 8_000);
) {
  last = telegram.sent.length;
  await wait(4_000);
}
await service.stop();
telegram.close();

const vault = new Vault(vaultKey(null, dataDir));
const database = await openDatabase(
  server ? { kind: 'server', url: server.url } : { kind: 'embedded', dataDir },
);
const incoming = await rows<{
  hash: string;
  conversation: string;
  status: string;
  turn: string;
  sequence: bigint;
}>(
  database.prisma,
  `SELECT encode(provider_id_hash, 'hex') AS hash, conversation_id::text AS conversation, status, turn_id::text AS turn, sequence
     FROM message WHERE author = 'citizen' ORDER BY conversation_id, turn_id, sequence`,
);
const outgoing = await rows<{ status: string; turn: string }>(
  database.prisma,
  `SELECT status, turn_id::text AS turn FROM message WHERE author <> 'citizen'`,
);
await database.close();

const byHash = new Map(incoming.map((row) => [row.hash, row]));
let lost = 0;
for (let index = 0; index < CHATS; index += 1) {
  for (let n = 1; n <= MESSAGES_EACH; n += 1) {
    const hash = hex(vault.lookup('incoming', 'telegram', String(1 + index * MESSAGES_EACH + n)));
    if (byHash.get(hash)?.status !== 'processed') lost += 1;
  }
}
// Turn ids are ordered by time: within a conversation the sequence must rise with them.
let disordered = 0;
incoming.forEach((row, index) => {
  const before = incoming[index - 1];
  if (before?.conversation === row.conversation && before.sequence >= row.sequence) disordered += 1;
});
const turns = new Set(incoming.map((row) => row.turn));
const unsent = outgoing.filter((row) => row.status !== 'sent').length;
const answeredTurns = new Set(outgoing.map((row) => row.turn));

const secrets = [MARKER, String(FIRST_CHAT), String(FIRST_CHAT + CHATS - 1), TOKEN, SECRET];
const found = new Set<string>();
for (const entry of readdirSync(dataDir, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || entry.name === 'vault.key') continue;
  const bytes = readFileSync(join(entry.parentPath, entry.name));
  for (const secret of secrets) if (bytes.includes(secret)) found.add(`${secret} in ${entry.name}`);
}
for (const secret of secrets) if (service.output.includes(secret)) found.add(`${secret} in the log`);

const figures: Figure[] = [
  { what: 'updates, first deliveries', value: CHATS * MESSAGES_EACH, unit: 'updates' },
  { what: 'updates delivered again after being accepted', value: repeated, unit: 'updates' },
  { what: 'lost', value: lost, unit: 'messages', bar: { is: 'at most', value: 0 } },
  {
    what: 'processed twice',
    value: incoming.length - byHash.size + (incoming.length - CHATS * MESSAGES_EACH),
    unit: 'messages',
    bar: { is: 'at most', value: 0 },
  },
  { what: 'out of order', value: disordered, unit: 'messages', bar: { is: 'at most', value: 0 } },
  {
    what: 'turns without an answer',
    value: [...turns].filter((turn) => !answeredTurns.has(turn)).length,
    unit: 'turns',
    bar: { is: 'at most', value: 0 },
  },
  { what: 'answers not sent', value: unsent, unit: 'messages', bar: { is: 'at most', value: 0 } },
  {
    what: `answers the provider got twice (a kill between sending and recording; ${KILLS} kills)`,
    value: telegram.sent.length - outgoing.length,
    unit: 'messages',
  },
  {
    what: 'words, ids or tokens found in files or log',
    value: found.size,
    unit: 'finds',
    bar: { is: 'at most', value: 0 },
  },
];
for (const find of found) console.log(find);
const holds = report(figures);
rmSync(dataDir, { recursive: true, force: true });
await server?.drop();
process.exit(holds ? 0 : 1);
