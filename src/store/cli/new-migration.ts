/** `npm run prisma:migrate NAME`: writes the migration that the schema needs and the folder lacks. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaDrift } from '../drift.ts';
import { MIGRATIONS_DIR } from '../migrate.ts';

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Give the migration a name of a-z, 0-9 and _: npm run prisma:migrate add_appointments');
  process.exit(1);
}
mkdirSync(MIGRATIONS_DIR, { recursive: true });
const sql = await schemaDrift();
if (sql === '') {
  console.log('The migrations already match the schema.');
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(MIGRATIONS_DIR, `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'migration.sql'), `${sql}\n`);
  writeFileSync(join(MIGRATIONS_DIR, 'migration_lock.toml'), 'provider = "postgresql"\n');
  console.log(`Written ${folder}/migration.sql: read it before you commit it.`);
}
