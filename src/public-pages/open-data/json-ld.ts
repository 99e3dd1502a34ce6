/**
 * A sheet as linked data: a GovernmentService of schema.org. Who operates the service is left out on purpose: a sheet
 * does not say it, and most services are not the Ambito's; the Ambito publishes the page.
 */
import type { EmergencyNumber, Office } from '../../knowledge/contacts.ts';
import type { SectionKey, Sheet } from '../../knowledge/sheet.ts';
import { LANGUAGES } from '../../lib/language.ts';
import { type Html, html } from '../../web/html.ts';
import { type PublicLibrary, relatedSheets } from '../library.ts';
import { PAGES_MESSAGES } from '../messages.ts';
import { LICENCE } from './licence.ts';
import { telephonesIn } from './telephones.ts';
import { joined, written } from './written.ts';

export interface LinkedDataParts {
  readonly library: PublicLibrary;
  readonly publicUrl: string;
  /** As in "Ambito di …". */
  readonly ambito: string;
}

export function linkedData(sheet: Sheet, { library, publicUrl, ambito }: LinkedDataParts): object {
  const { numbers, offices } = library.contacts(sheet.slug);
  const address = (slug: string): string => new URL(`/servizi/${slug}`, publicUrl).href;
  const text = (key: SectionKey): string => library.lines(sheet.slug, key).join(' ');
  const url = address(sheet.slug);
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': url,
    url,
    name: sheet.title,
    ...written('alternateName', sheet.subtitle),
    ...written('description', sheet.summary),
    serviceType: sheet.category,
    audience: { '@type': 'Audience', ...written('audienceType', text('who')) },
    areaServed: sheet.coverage.map((name) => ({ '@type': 'AdministrativeArea', name })),
    serviceOutput: { '@type': 'Thing', ...written('description', text('output')) },
    offers: { '@type': 'Offer', ...written('description', text('cost')) },
    ...written('termsOfService', text('terms')),
    availableChannel: [
      {
        '@type': 'ServiceChannel',
        name: PAGES_MESSAGES.sheet.ask,
        serviceUrl: new URL('/chat', publicUrl).href,
        availableLanguage: [...LANGUAGES],
      },
      ...numbers.flatMap(numberChannels),
      ...offices.map(officeChannel),
    ],
    isRelatedTo: relatedSheets(library, sheet).map(({ slug, title }) => ({
      '@type': 'GovernmentService',
      '@id': address(slug),
      name: title,
      url: address(slug),
    })),
    subjectOf: {
      '@type': 'WebPage',
      url,
      inLanguage: 'it',
      keywords: sheet.topics,
      lastReviewed: sheet.reviewedAt,
      license: LICENCE.url,
      publisher: { '@type': 'GovernmentOrganization', name: `Ambito di ${ambito}` },
      citation: sheet.sources.map(({ title, url: source }) => ({
        '@type': 'CreativeWork',
        name: title,
        url: source,
      })),
    },
  };
}

/** The data as a block of a page. It is no script: the content security policy lets it be, and nothing runs it. */
export function linkedDataBlock(data: object): Html {
  const text = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return html`<script type="application/ld+json">!${text}</script>`;
}

/** One a telephone: a number that its source writes with another is dialled alone. */
function numberChannels({ name, number: source, hours }: EmergencyNumber): object[] {
  return telephonesIn(source).map(({ number, note }) => ({
    '@type': 'ServiceChannel',
    name,
    servicePhone: contactPoint(number, joined([note, hours])),
  }));
}

function officeChannel({ name, address, comune, phone, hours }: Office): object {
  const [servicePhone] = telephonesIn(phone ?? '').map(({ number, note }) =>
    contactPoint(number, note ?? ''),
  );
  return {
    '@type': 'ServiceChannel',
    name,
    ...(servicePhone === undefined ? {} : { servicePhone }),
    serviceLocation: {
      '@type': 'Place',
      name,
      ...written('description', hours),
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'IT',
        ...written('streetAddress', address),
        ...written('addressLocality', comune),
      },
    },
  };
}

function contactPoint(telephone: string, description: string): object {
  return { '@type': 'ContactPoint', telephone, ...written('description', description) };
}
