/** Our own JSON, version 1: the list and a sheet. A field that is not here is refused. */
import { z } from 'zod';
import { AREAS, Figure, Needed, SECTION_KEYS, Source } from '../../src/knowledge/sheet.ts';
import { LANGUAGES } from '../../src/lib/language.ts';

const text = z.string().min(1);
const known = z.string().min(1).nullable();

const Summary = z.strictObject({
  slug: z.string().regex(/^[a-z0-9-]+$/),
  title: text,
  subtitle: known,
  category: text,
  area: z.enum(AREAS),
  status: z.enum(['active', 'inactive']),
  summary: text,
  languages: z.array(z.enum(LANGUAGES)).min(1),
  reviewedAt: z.iso.date(),
  url: z.url(),
});

const HEAD = { version: z.literal(1), licence: z.literal('CC-BY-4.0') };

/** The answer of `/api/servizi`. */
export const OwnCatalogue = z.strictObject({ ...HEAD, services: z.array(Summary) });

/** The answer of `/api/servizi/SLUG`. */
export const OwnSheet = z.strictObject({
  ...HEAD,
  ...Summary.shape,
  statusReason: known,
  short: text,
  simple: text,
  coverage: z.array(text).min(1),
  topics: z.array(text).min(1),
  level: z.array(z.enum(['nazionale', 'regionale', 'locale'])).min(1),
  sections: z.array(
    z.strictObject({ key: z.enum(SECTION_KEYS), heading: text, lines: z.array(text).min(1) }),
  ),
  needed: Needed,
  figures: z.array(z.strictObject({ ...Figure.shape, text })),
  contacts: z.strictObject({
    numbers: z.array(z.strictObject({ id: text, name: text, number: text, hours: known, cost: known })),
    offices: z.array(
      z.strictObject({
        id: text,
        name: text,
        comune: known,
        address: known,
        phone: known,
        email: known,
        hours: known,
        confirmedOn: z.iso.date(),
      }),
    ),
  }),
  translations: z.array(
    z.strictObject({
      language: z.enum(LANGUAGES),
      isReviewed: z.boolean(),
      title: text,
      short: text,
      how: z.array(text),
      needed: Needed,
      where: z.array(text),
    }),
  ),
  related: z.array(text),
  sources: z.array(
    z.strictObject({
      ...Source.shape,
      date: z
        .string()
        .regex(/^\d{4}(-\d{2}){0,2}$/)
        .nullable(),
    }),
  ),
  legalBasis: z.array(text),
  nextReview: z.iso.date(),
});
