/** A message that no turn can take: the citizen is told, the message is kept and listed, the next one is served. */
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { deadLetters, openHandoffs } from '../../src/store/reports.ts';
import { startApp } from '../support/app.ts';
import { temporaryFolder } from '../support/folder.ts';

test('a turn that fails every time ends in an apology and a dead letter, never in silence', async () => {
  const dataDir = temporaryFolder();
  const environment = { DATA_DIR: dataDir, VAULT_KEY: '22'.repeat(32) };
  const first = await startApp({ environment });
  await first.write('rosa', 'ciao', 'm1');
  await first.channel.until(() => first.channel.arrived.length === 1);
  await first.app.stop();
  const database = await openDatabase({ kind: 'embedded', dataDir });
  await database.prisma.$executeRawUnsafe(
    `UPDATE message SET status = 'received', content_sealed = '\\x00' WHERE author = 'citizen'`,
  );
  await database.close();

  const second = await startApp({ environment });
  await second.channel.until(() => second.channel.arrived.length === 1);
  const [apology] = second.channel.arrived;
  expect(apology?.message.text).toMatch(/guasto/);
  expect(apology?.message.choices.map(({ id }) => id)).toContain('sempre.persona');
  await second.write('rosa', 'come si fa l isee?', 'm2');
  await second.channel.until(() => second.channel.arrived.length === 2);
  expect(second.channel.arrived[1]?.message.text).toContain('ISEE');
  const after = await second.stopAndOpen();
  expect(await deadLetters(after, 10)).toMatchObject([{ status: 'dead' }]);
  expect(await openHandoffs(after, 10)).toMatchObject([{ reason: 'not-understood' }]);
});
