import { describe, expect, test } from 'vitest';
import { inventory } from '../../src/privacy/inventory.ts';
import { lineAt, read } from './files.ts';

const SCHEMA = 'prisma/schema.prisma';

interface Model {
  readonly name: string;
  readonly line: number;
  /** The `///` lines above it. */
  readonly comment: string;
  readonly fields: readonly { readonly name: string; readonly type: string; readonly line: number }[];
}

/** The models of a Prisma schema; a relation is no field: it stores nothing of its own. */
function modelsOf(text: string): Model[] {
  const blocks = [...text.matchAll(/((?:^\/\/\/.*\n)*)^model (\w+) \{\n([\s\S]*?)^\}/gm)];
  const names = new Set(blocks.map((block) => block[2]));
  return blocks.map(([whole, comment = '', name = '', body = ''], index) => {
    const bodyStart = (blocks[index]?.index ?? 0) + whole.indexOf('{\n') + 2;
    const fields = [...body.matchAll(/^ {2}(\w+)\s+(\w+)/gm)]
      .map((field) => ({
        name: field[1] ?? '',
        type: field[2] ?? '',
        line: lineAt(text, bodyStart + field.index),
      }))
      .filter(({ type }) => !names.has(type));
    return { name, comment, fields, line: lineAt(text, bodyStart) - 1 };
  });
}

const models = modelsOf(read(SCHEMA));

describe('what is kept of people', () => {
  test('every table and field of the schema is in the inventory, with its reason', () => {
    const missing = models.flatMap(({ name, line, fields }) => {
      const entry = inventory[name];
      if (entry === undefined) return [`${SCHEMA}:${line}: ${name} is not in src/privacy/inventory.ts`];
      return fields
        .filter((field) => (entry.fields[field.name]?.why ?? '').trim() === '')
        .map((field) => `${SCHEMA}:${field.line}: ${name}.${field.name} is not in src/privacy/inventory.ts`);
    });
    expect(missing).toEqual([]);
  });

  test('the inventory names nothing that the schema does not have', () => {
    const strange = Object.entries(inventory).flatMap(([name, entry]) => {
      const model = models.find((candidate) => candidate.name === name);
      if (model === undefined) return [name];
      const known = new Set(model.fields.map((field) => field.name));
      return Object.keys(entry.fields)
        .filter((field) => !known.has(field))
        .map((field) => `${name}.${field}`);
    });
    expect(strange).toEqual([]);
  });

  test('every table says how long it is kept and how it is erased', () => {
    const silent = Object.entries(inventory).filter(
      ([, { holds, kept, erased }]) => !(holds && kept && erased),
    );
    expect(silent.map(([name]) => name)).toEqual([]);
    const uncommented = models.filter(({ comment }) => !/\bkept\b/i.test(comment));
    expect(
      uncommented.map(({ name, line }) => `${SCHEMA}:${line}: ${name}: say what it holds and how long`),
    ).toEqual([]);
  });

  test('a column called "Sealed" is bytes and is declared sealed', () => {
    const wrong = models.flatMap(({ name, fields }) =>
      fields
        .filter((field) => /Sealed$/.test(field.name))
        .filter(
          ({ name: field, type }) => type !== 'Bytes' || inventory[name]?.fields[field]?.form !== 'sealed',
        )
        .map((field) => `${SCHEMA}:${field.line}: ${name}.${field.name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the schema is read as Prisma means it', () => {
    const text =
      '/// A. Kept.\nmodel A {\n  id Int @id\n  /// c\n  b  B?\n  cs C[]\n  n  String?\n\n  @@map("a")\n}\nmodel B {\n  id Int\n}\n';
    expect(modelsOf(text)).toMatchObject([
      { name: 'A', line: 2, fields: [{ name: 'id', line: 3 }, { name: 'cs' }, { name: 'n', line: 7 }] },
      { name: 'B', line: 11, comment: '' },
    ]);
    expect(models.length).toBeGreaterThan(0);
  });
});
