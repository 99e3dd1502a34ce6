/**
 * The JSON Schemas of HSDS 3.0 (folder `hsds-schema`). They let unknown fields pass; here each is refused, so that a
 * field with a wrong name is found.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { z } from 'zod';

const FOLDER = join(import.meta.dirname, 'hsds-schema');
const Schema = z.looseObject({ properties: z.record(z.string(), z.unknown()) });
const OpenApi = z.looseObject({
  paths: z.looseObject({
    '/': z.object({
      get: z.object({
        responses: z.object({
          200: z.object({ content: z.object({ 'application/json': z.object({ schema: Schema }) }) }),
        }),
      }),
    }),
  }),
  components: z.object({ schemas: z.object({ Page: Schema }) }),
});

const FORMATS = {
  uuid: z.uuid(),
  uri: z.url(),
  email: z.email(),
  'date-time': z.iso.datetime({ offset: true }),
};

const ajv = new Ajv({ strict: false, allErrors: true });
for (const [name, format] of Object.entries(FORMATS)) {
  ajv.addFormat(name, (text: string) => format.safeParse(text).success);
}
for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.json') && file !== 'openapi.json')) {
  ajv.addSchema(closed(Schema.parse(read(name))), name);
}

const api = OpenApi.parse(read('openapi.json'));
const base = api.paths['/'].get.responses[200].content['application/json'].schema;
const page = api.components.schemas.Page;

const VALIDATORS = {
  /** The answer of `/`. */
  base: ajv.compile(complete(base)),
  /** The answer of `/services`. */
  services: ajv.compile(
    complete({
      ...page,
      properties: { ...page.properties, contents: { type: 'array', items: { $ref: 'service.json' } } },
    }),
  ),
  /** The answer of `/services/{id}`. */
  service: ajv.compile({ $ref: 'service.json' }),
} satisfies Record<string, ValidateFunction>;

/** Each fault of some data as "where: what"; none when it is as the specification wants it. */
export function hsdsFaults(kind: keyof typeof VALIDATORS, data: unknown): string[] {
  const validate = VALIDATORS[kind];
  if (validate(data)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath}: ${message} ${JSON.stringify(params)}`,
  );
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
}

function closed(schema: z.infer<typeof Schema>) {
  return { ...schema, additionalProperties: false };
}

/** The specification wants an answer of the API to have all its fields. */
function complete(schema: z.infer<typeof Schema>) {
  return { ...closed(schema), required: Object.keys(schema.properties) };
}
