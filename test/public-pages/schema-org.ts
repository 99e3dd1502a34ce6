/** What of a JSON-LD document schema.org does not know, after its own vocabulary (folder `schema-org`). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const names = z.array(z.string());
const Vocabulary = z.object({
  version: z.string(),
  commit: z.string(),
  types: z.record(z.string(), names),
  properties: z.record(z.string(), z.object({ of: names, values: names })),
});
const { types, properties } = Vocabulary.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, 'schema-org/vocabulary.json'), 'utf8')),
);

const Node = z.looseObject({ '@type': z.string(), '@id': z.url().optional() });
const CONTEXT = 'https://schema.org';

/** Each fault as "where: what"; none when every property is of its type and every value of a type it expects. */
export function schemaOrgFaults(document: unknown): string[] {
  const { '@context': context, ...root } = z.looseObject({ '@context': z.unknown() }).parse(document);
  return [...(context === CONTEXT ? [] : ['the context is not schema.org']), ...nodeFaults(root, '')];
}

function nodeFaults(value: object, path: string): string[] {
  const parsed = Node.safeParse(value);
  if (!parsed.success) return [`${path}: no type, or an id that is no address`];
  const { '@type': type, '@id': _id, ...fields } = parsed.data;
  const ancestors = types[type];
  if (ancestors === undefined) return [`${path}: ${type} is no type of schema.org that we know`];
  return Object.entries(fields).flatMap(([name, field]) => {
    const at = `${path}/${name}`;
    const property = properties[name];
    if (property === undefined || !property.of.some((each) => ancestors.includes(each))) {
      return [`${at}: no property of ${type}`];
    }
    const values: unknown[] = Array.isArray(field) ? field : [field];
    return values.flatMap((each) => valueFaults(each, property.values, at));
  });
}

function valueFaults(value: unknown, expected: readonly string[], at: string): string[] {
  if (typeof value === 'string') {
    const fits = expected.some((type) => TEXTS[type]?.safeParse(value).success === true);
    return fits ? [] : [`${at}: ${JSON.stringify(value)} is none of ${expected.join(', ')}`];
  }
  if (typeof value !== 'object' || value === null) return [`${at}: neither a text nor an object`];
  const faults = nodeFaults(value, at);
  const type = z.object({ '@type': z.string() }).safeParse(value).data?.['@type'] ?? '';
  const fits = types[type]?.some((ancestor) => expected.includes(ancestor)) ?? false;
  return fits ? faults : [...faults, `${at}: ${type} is none of ${expected.join(', ')}`];
}

/** The types of schema.org that are written as a text. */
const TEXTS: Readonly<Record<string, z.ZodType>> = {
  Text: z.string().min(1),
  URL: z.url(),
  Date: z.iso.date(),
};
