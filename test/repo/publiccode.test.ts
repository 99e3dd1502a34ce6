/** The rules of publiccode.yml 0.7 that we rely on: https://yml.publiccode.tools. There is no official npm validator. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { read } from './files.ts';

/** BCP 47, as far as a list of languages needs: language, script, region. */
const Language = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/);
const IsoDate = z.iso.date();

const Description = z.object({
  localisedName: z.string().optional(),
  shortDescription: z.string().min(1).max(150),
  longDescription: z.string().min(150).max(10_000),
  documentation: z.url().optional(),
  features: z.array(z.string().min(1).max(100)).optional(),
});

const Maintenance = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({
    type: z.enum(['internal', 'community']),
    contacts: z.array(z.object({ name: z.string() })).min(1),
  }),
  z.strictObject({
    type: z.literal('contract'),
    contractors: z.array(z.object({ name: z.string(), until: IsoDate })).min(1),
  }),
]);

/** Strict: a key that is deprecated (IT, genericName, repoOwner, authorsFile) or mistyped is refused. */
const Publiccode = z.strictObject({
  publiccodeYmlVersion: z.enum(['0', '0.7', '0.7.0']),
  name: z.string().min(1),
  url: z.url({ protocol: /^https$/ }),
  landingURL: z.url().optional(),
  softwareVersion: z.string().optional(),
  releaseDate: IsoDate.optional(),
  platforms: z.array(z.string()).min(1),
  categories: z
    .array(z.enum(['instant-messaging', 'customer-service-and-support', 'digital-citizenship']))
    .optional(),
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: z.literal('standalone/web'),
  organisation: z.strictObject({ uri: z.string().regex(/^urn:x-italian-pa:[a-z0-9_]+$/) }).optional(),
  intendedAudience: z
    .strictObject({
      scope: z.array(z.enum(['welfare', 'local-authorities'])).optional(),
      countries: z.array(z.string().regex(/^[a-z]{2}$/)).optional(),
    })
    .optional(),
  supports: z.array(z.strictObject({ id: z.string() })).optional(),
  description: z
    .record(Language, Description)
    .refine(
      (all) => Object.values(all).some(({ features }) => (features ?? []).length > 0),
      'features are missing',
    ),
  legal: z.strictObject({ license: z.string() }),
  maintenance: Maintenance,
  localisation: z.strictObject({
    localisationReady: z.boolean(),
    availableLanguages: z.array(Language).min(1),
  }),
});

const Package = z.object({ license: z.string(), version: z.string() });

test('publiccode.yml follows the standard', () => {
  const result = Publiccode.safeParse(parse(read('publiccode.yml')));
  expect(result.success ? '' : z.prettifyError(result.error)).toBe('');
});

test('publiccode.yml says the same as package.json, CHANGELOG.md and LICENSE', () => {
  const { legal, softwareVersion, releaseDate } = Publiccode.parse(parse(read('publiccode.yml')));
  const { license, version } = Package.parse(JSON.parse(read('package.json')));
  expect(legal.license).toBe(license);
  expect(softwareVersion).toBe(version);
  if (releaseDate !== undefined) expect(read('CHANGELOG.md')).toContain(`## [${version}] - ${releaseDate}`);
  expect(license).toBe('EUPL-1.2');
  expect(read('LICENSE')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
});
