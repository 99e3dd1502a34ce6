/**
 * A sheet as a service of HSDS 3.0. Left out on purpose: `organization`, because a sheet does not say who delivers
 * the service and most are not the Ambito's; `address`, because it wants a postal code that the offices do not have;
 * `last_modified`, because only the day of the check is known.
 */
import type { EmergencyNumber, Office } from '../../knowledge/contacts.ts';
import { neededLine, type SectionKey, type Sheet } from '../../knowledge/sheet.ts';
import type { PublicLibrary } from '../library.ts';
import { PAGES_MESSAGES } from '../messages.ts';
import { uuidOf } from './name-uuid.ts';
import { telephonesIn } from './telephones.ts';
import { joined, written } from './written.ts';

export interface HsdsParts {
  readonly library: PublicLibrary;
  readonly publicUrl: string;
}

export function serviceId(sheet: Sheet, parts: HsdsParts): string {
  return uuidOf(addressOf(sheet, parts));
}

/** Only the service's own fields, as in a list. */
export function plainService(sheet: Sheet, parts: HsdsParts): object {
  const text = (...keys: SectionKey[]): string =>
    keys.flatMap((key) => parts.library.lines(sheet.slug, key)).join('\n');
  const description = [sheet.summary, text('what', 'output')].filter((part) => part !== '').join('\n');
  return {
    id: serviceId(sheet, parts),
    name: sheet.title,
    ...written('alternate_name', sheet.subtitle),
    ...written('description', description),
    url: addressOf(sheet, parts),
    status: sheet.status,
    ...written('alert', sheet.statusReason),
    ...written('application_process', text('how')),
    ...written('eligibility_description', text('who')),
    ...written('fees_description', text('cost')),
    assured_date: sheet.reviewedAt,
  };
}

/** The service with its telephones, areas, papers, places and terms. */
export function wholeService(sheet: Sheet, parts: HsdsParts): object {
  const { numbers, offices } = parts.library.contacts(sheet.slug);
  const service_id = serviceId(sheet, parts);
  const own = (name: string): string => uuidOf(`${addressOf(sheet, parts)}#${name}`);
  return {
    ...plainService(sheet, parts),
    phones: numbers.flatMap((number) => phonesOf(number, own).map((phone) => ({ ...phone, service_id }))),
    service_areas: sheet.coverage.map((name) => ({ id: own(`comune-${name}`), service_id, name })),
    required_documents: sheet.needed.items.map((item, index) => ({
      id: own(`documento-${index}`),
      service_id,
      document: neededLine(item),
    })),
    service_at_locations: offices.map((office) => {
      const location_id = uuidOf(new URL(`/uffici/${office.id}`, parts.publicUrl).href);
      const location = locationOf(office, location_id);
      return { id: own(`ufficio-${office.id}`), service_id, location_id, location };
    }),
    attributes: termsOf(sheet).map((term) => {
      const taxonomy_term_id = uuidOf(
        new URL(`/servizi#${term.taxonomy}/${term.name}`, parts.publicUrl).href,
      );
      return {
        id: own(`${term.taxonomy}/${term.name}`),
        link_id: service_id,
        link_entity: 'service',
        taxonomy_term_id,
        taxonomy_term: { id: taxonomy_term_id, ...term, language: 'it' },
      };
    }),
  };
}

function phonesOf({ id, number: source, name, hours }: EmergencyNumber, own: (name: string) => string) {
  return telephonesIn(source).map(({ number, note }) => ({
    id: own(`numero-${id}/${number}`),
    number,
    type: 'voice',
    description: joined([name, note, hours]),
  }));
}

/** The address is one line as the office is known: it stands in the description. */
function locationOf({ name, address, comune, phone, hours }: Office, id: string): object {
  const phones = telephonesIn(phone ?? '').map(({ number, note }) => ({
    id: uuidOf(`${id}#phone/${number}`),
    location_id: id,
    number,
    ...written('description', note),
  }));
  return {
    id,
    location_type: 'physical',
    name,
    ...written('description', joined([address, comune])),
    ...(phones.length > 0 ? { phones } : {}),
    ...(hours ? { schedules: [{ id: uuidOf(`${id}#hours`), location_id: id, description: hours }] } : {}),
  };
}

interface Term {
  readonly name: string;
  readonly description: string;
  readonly taxonomy: string;
}

function termsOf(sheet: Sheet): Term[] {
  const theme = PAGES_MESSAGES.areas[sheet.area];
  return [
    {
      name: sheet.category,
      description: `Categoria del servizio nel modello Comuni: ${sheet.category}`,
      taxonomy: 'Categorie di servizio',
    },
    { name: theme, description: `Tema del catalogo: ${theme}`, taxonomy: 'Temi' },
    ...sheet.topics.map((name) => ({ name, description: `Argomento: ${name}`, taxonomy: 'Argomenti' })),
  ];
}

function addressOf(sheet: Sheet, { publicUrl }: HsdsParts): string {
  return new URL(`/servizi/${sheet.slug}`, publicUrl).href;
}
