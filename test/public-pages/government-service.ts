/**
 * A GovernmentService of schema.org as we publish it: only properties that schema.org gives to each type, with the
 * types of value it expects. Refused is whatever another type has.
 */
import { z } from 'zod';

const text = z.string().min(1);
const type = <Name extends string>(name: Name) => ({ '@type': z.literal(name) });

const ContactPoint = z.strictObject({
  ...type('ContactPoint'),
  telephone: text,
  description: text.optional(),
  contactType: text.optional(),
});

const Place = z.strictObject({
  ...type('Place'),
  name: text,
  description: text.optional(),
  address: z.strictObject({
    ...type('PostalAddress'),
    streetAddress: text.optional(),
    postalCode: text.optional(),
    addressLocality: text.optional(),
    addressCountry: text.optional(),
  }),
});

/** An access needs at least one way: an address, a telephone, a place. */
const ServiceChannel = z
  .strictObject({
    ...type('ServiceChannel'),
    name: text.optional(),
    serviceUrl: z.url().optional(),
    servicePhone: ContactPoint.optional(),
    serviceLocation: Place.optional(),
    availableLanguage: z.array(z.string().regex(/^[a-z]{2}$/)).optional(),
  })
  .refine(({ serviceUrl, servicePhone, serviceLocation }) => serviceUrl ?? servicePhone ?? serviceLocation);

const Page = z.strictObject({
  ...type('WebPage'),
  url: z.url(),
  inLanguage: text,
  keywords: z.array(text),
  lastReviewed: z.iso.date(),
  license: z.url(),
  publisher: z.strictObject({ ...type('GovernmentOrganization'), name: text }),
  citation: z.array(z.strictObject({ ...type('CreativeWork'), name: text, url: z.url() })),
});

export const GovernmentService = z.strictObject({
  '@context': z.literal('https://schema.org'),
  ...type('GovernmentService'),
  '@id': z.url(),
  url: z.url(),
  name: text,
  alternateName: text.optional(),
  description: text,
  serviceType: text,
  audience: z.strictObject({ ...type('Audience'), audienceType: text }),
  areaServed: z.array(z.strictObject({ ...type('AdministrativeArea'), name: text })).min(1),
  serviceOutput: z.strictObject({ ...type('Thing'), description: text }),
  offers: z.strictObject({ ...type('Offer'), description: text }),
  termsOfService: text,
  availableChannel: z.array(ServiceChannel).min(1),
  isRelatedTo: z.array(
    z.strictObject({ ...type('GovernmentService'), '@id': z.url(), name: text, url: z.url() }),
  ),
  subjectOf: Page,
});
