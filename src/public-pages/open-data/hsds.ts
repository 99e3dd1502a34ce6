/**
 * The catalogue in the Human Services Data Specification 3.0 (Open Referral). Left out on purpose: `organization`,
 * because a sheet does not say who delivers the service and most are not the Ambito's; `address`, because it wants a
 * postal code that the offices do not have; `last_modified`, because only the day of the check is known.
 */
import type { EmergencyNumber, Office } from '../../knowledge/contacts.ts';
import { neededLine, type SectionKey, type Sheet } from '../../knowledge/sheet.ts';
import type { PublicLibrary } from '../library.ts';
import { PAGES_MESSAGES } from '../messages.ts';
import { uuidOf } from './name-uuid.ts';

const SPECIFICATION = 'https://github.com/openreferral/specification/tree/3.0';
const OPENAPI = 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json';

export interface HsdsParts {
  readonly library: PublicLibrary;
  readonly publicUrl: string;
}

export interface PageWanted {
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
}

/** What the API is: the answer of its root. */
export function hsdsBase(): object {
  return { version: '3.0', profile: SPECIFICATION, openapi_url: OPENAPI };
}

/** One page of the services, each with its own fields only. */
export function hsdsServices({ page, perPage }: PageWanted, parts: HsdsParts): object {
  const sheets = parts.library.sheets();
  const contents = sheets
    .slice((page - 1) * perPage, page * perPage)
    .map((sheet) => plainService(sheet, parts));
  const pages = Math.max(1, Math.ceil(sheets.length / perPage));
  return {
    total_items: sheets.length,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
}

/** A service with all that belongs to it; null when no sheet has this id. */
export function hsdsService(id: string, parts: HsdsParts): object | null {
  const sheet = parts.library.sheets().find((one) => uuidOf(addressOf(one, parts)) === id.toLowerCase());
  return sheet === undefined ? null : wholeService(sheet, parts);
}

function plainService(sheet: Sheet, parts: HsdsParts) {
  const text = (...keys: SectionKey[]): string =>
    keys.flatMap((key) => parts.library.lines(sheet.slug, key)).join('\n');
  return {
    id: uuidOf(addressOf(sheet, parts)),
    name: sheet.title,
    ...written('alternate_name', sheet.subtitle),
    ...written(
      'description',
      [sheet.summary, text('what', 'output')].filter((part) => part !== '').join('\n'),
    ),
    url: addressOf(sheet, parts),
    status: sheet.status,
    ...written('alert', sheet.statusReason),
    ...written('application_process', text('how')),
    ...written('eligibility_description', text('who')),
    ...written('fees_description', text('cost')),
    assured_date: sheet.reviewedAt,
  };
}

function wholeService(sheet: Sheet, parts: HsdsParts): object {
  const service = plainService(sheet, parts);
  const { numbers, offices } = parts.library.contacts(sheet.slug);
  const own = (name: string): string => uuidOf(`${addressOf(sheet, parts)}#${name}`);
  return {
    ...service,
    phones: numbers.map((number) => phoneOf(number, own(`numero-${number.id}`), service.id)),
    service_areas: sheet.coverage.map((name) => ({
      id: own(`comune-${name}`),
      service_id: service.id,
      name,
    })),
    required_documents: sheet.needed.items.map((item, index) => ({
      id: own(`documento-${index}`),
      service_id: service.id,
      document: neededLine(item),
    })),
    service_at_locations: offices.map((office) => {
      const locationId = uuidOf(new URL(`/uffici/${office.id}`, parts.publicUrl).href);
      return {
        id: own(`ufficio-${office.id}`),
        service_id: service.id,
        location_id: locationId,
        location: locationOf(office, locationId),
      };
    }),
    attributes: termsOf(sheet).map((term) => {
      const termId = uuidOf(new URL(`/servizi#${term.taxonomy}/${term.name}`, parts.publicUrl).href);
      return {
        id: own(`${term.taxonomy}/${term.name}`),
        link_id: service.id,
        link_entity: 'service',
        taxonomy_term_id: termId,
        taxonomy_term: { id: termId, ...term, language: 'it' },
      };
    }),
  };
}

function phoneOf({ number, name, hours }: EmergencyNumber, id: string, serviceId: string): object {
  return {
    id,
    service_id: serviceId,
    number,
    type: 'voice',
    description: [name, hours].filter((part) => typeof part === 'string').join(', '),
  };
}

/** The address is one line as the office is known: it stands in the description. */
function locationOf(office: Office, id: string): object {
  const { name, address, comune, phone, hours } = office;
  const place = [address, comune].filter((part) => typeof part === 'string').join(', ');
  return {
    id,
    location_type: 'physical',
    name,
    ...written('description', place),
    ...(phone ? { phones: [{ id: uuidOf(`${id}#phone`), location_id: id, number: phone }] } : {}),
    ...(hours ? { schedules: [{ id: uuidOf(`${id}#hours`), location_id: id, description: hours }] } : {}),
  };
}

interface Term {
  readonly name: string;
  readonly description: string;
  readonly taxonomy: string;
}

function termsOf(sheet: Sheet): Term[] {
  const topics = sheet.topics.map((name) => ({
    name,
    description: `Argomento: ${name}`,
    taxonomy: 'Argomenti',
  }));
  const theme = PAGES_MESSAGES.areas[sheet.area];
  return [
    {
      name: sheet.category,
      description: `Categoria del servizio nel modello Comuni: ${sheet.category}`,
      taxonomy: 'Categorie di servizio',
    },
    { name: theme, description: `Tema del catalogo: ${theme}`, taxonomy: 'Temi' },
    ...topics,
  ];
}

function addressOf(sheet: Sheet, { publicUrl }: HsdsParts): string {
  return new URL(`/servizi/${sheet.slug}`, publicUrl).href;
}

/** A field that is there only when it says something. */
function written<Key extends string>(
  key: Key,
  text: string | undefined,
): { readonly [Name in Key]?: string } {
  return text === undefined || text === '' ? {} : ({ [key]: text } as { readonly [Name in Key]?: string });
}
