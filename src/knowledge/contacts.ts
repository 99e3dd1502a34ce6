/** Offices and emergency numbers as the knowledge files give them, and which of them may be shown. */
import { z } from 'zod';

const optionalText = z.string().nullish();

export const EmergencyNumber = z.looseObject({
  id: z.string().min(1),
  number: z.coerce.string(),
  /** How the number is written for a citizen. */
  say: z.string().min(1),
  name: z.string().min(1),
  what_for: optionalText,
  hours: optionalText,
  cost: optionalText,
  publish: z.boolean(),
  source: optionalText,
  url: optionalText,
  source_date: z.coerce.string().nullish(),
  confidence: z.enum(['high', 'medium', 'low']),
});
export type EmergencyNumber = z.infer<typeof EmergencyNumber>;

export const EmergencyNumbers = z.looseObject({ numbers: z.array(EmergencyNumber) });

export const Office = z.looseObject({
  id: z.string().min(1),
  name: z.string().min(1),
  kind: z.string().min(1),
  comune: optionalText,
  address: optionalText,
  phone: optionalText,
  email: optionalText,
  pec: optionalText,
  hours: optionalText,
  confidence: z.enum(['high', 'medium', 'low']),
  verify_before_use: z.boolean(),
  /** The role of who checked the data by telephone or on the spot, and the day; null while nobody did. */
  confirmedBy: z.string().min(1).nullable(),
  confirmedOn: z.iso.date().nullable(),
});
export type Office = z.infer<typeof Office>;

export const Offices = z.array(Office);

/** A number that may be shown: marked for publication and not of low confidence. */
export function isPublishable(number: EmergencyNumber): boolean {
  return number.publish && number.confidence !== 'low';
}

/** An office that may be shown: confirmed by someone on a day, and with at least one way to reach it. */
export function isConfirmed(office: Office): boolean {
  const isSure = !office.verify_before_use && office.confidence !== 'low';
  const isSigned = office.confirmedBy !== null && office.confirmedOn !== null;
  return isSure && isSigned && describeOffice(office) !== office.name;
}

/** The office as one line for a citizen: name, address, telephone, hours; what is unknown is left out. */
export function describeOffice(office: Office): string {
  const parts = [office.name, office.address, office.phone && `telefono ${office.phone}`, office.hours];
  return parts.filter((part) => typeof part === 'string' && part.length > 0).join(', ');
}

export type ById<Item> = ReadonlyMap<string, Item>;

export function byId<Item extends { id: string }>(items: readonly Item[]): ById<Item> {
  return new Map(items.map((item) => [item.id, item]));
}
