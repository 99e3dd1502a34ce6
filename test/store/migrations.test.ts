import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { schemaDrift } from '../../src/store/drift.ts';
import { readMigrations } from '../../src/store/migrate.ts';
import { rows } from '../../src/store/transaction.ts';
import { temporaryFolder } from '../support/folder.ts';
import { freshServerDatabase, SERVER_URL } from '../support/server-database.ts';

test('the migrations give exactly the schema', async () => {
  expect(await schemaDrift()).toBe('');
});

test('an embedded database is migrated at the first start and kept at the second', async () => {
  const dataDir = temporaryFolder();
  const first = await openDatabase({ kind: 'embedded', dataDir });
  await first.prisma.contact.create({
    data: { id: '0198c0de-0000-7000-8000-000000000001', keySealed: new Uint8Array(3) },
  });
  await first.close();
  const second = await openDatabase({ kind: 'embedded', dataDir });
  expect(await second.prisma.contact.count()).toBe(1);
  await second.close();
});

test.skipIf(SERVER_URL === null)(
  'several instances that start together on a server migrate it once',
  async () => {
    const { url, drop } = await freshServerDatabase();
    onTestFinished(drop);
    const opened = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ kind: 'server', url })));
    const [first] = opened;
    const applied = first
      ? await rows<{ name: string }>(first.prisma, 'SELECT migration_name AS name FROM _prisma_migrations')
      : [];
    expect(applied.map(({ name }) => name)).toEqual(readMigrations().map(({ name }) => name));
    await Promise.all(opened.map((database) => database.close()));
  },
);
