import { SECTION_KEYS, SECTIONS, type Sheet } from '../../knowledge/sheet.ts';
import { datedOn } from '../dates.ts';
import type { PublicLibrary } from '../library.ts';
import { LICENCE } from './licence.ts';

/** Grows when a field changes its meaning or goes. */
const VERSION = 1;

/** The catalogue as data: one short entry a sheet. */
export function catalogue(library: PublicLibrary, publicUrl: string): object {
  return {
    version: VERSION,
    licence: LICENCE.id,
    services: library.sheets().map((sheet) => summary(sheet, library, publicUrl)),
  };
}

/** A sheet as data: its sections as they may be shown, each figure with year and sources, publishable contacts only. */
export function sheetData(sheet: Sheet, library: PublicLibrary, publicUrl: string): object {
  const { numbers, offices } = library.contacts(sheet.slug);
  return {
    version: VERSION,
    licence: LICENCE.id,
    ...summary(sheet, library, publicUrl),
    statusReason: sheet.statusReason ?? null,
    short: sheet.short,
    simple: sheet.simple,
    coverage: sheet.coverage,
    topics: sheet.topics,
    level: sheet.level,
    sections: SECTION_KEYS.map((key) => ({
      key,
      heading: SECTIONS[key],
      lines: library.lines(sheet.slug, key),
    })).filter((section) => section.lines.length > 0),
    needed: sheet.needed,
    figures: library.figures(sheet.slug),
    contacts: {
      numbers: numbers.map(({ id, number, name, hours, cost }) => ({
        id,
        name,
        number,
        hours: hours ?? null,
        cost: cost ?? null,
      })),
      offices: offices.map(({ id, name, comune, address, phone, email, hours, confirmedOn }) => ({
        id,
        name,
        comune: comune ?? null,
        address: address ?? null,
        phone: phone ?? null,
        email: email ?? null,
        hours: hours ?? null,
        confirmedOn,
      })),
    },
    translations: library.languages(sheet.slug).flatMap((language) => {
      const translation = library.translation(sheet.slug, language);
      return translation === null ? [] : [translation];
    }),
    related: sheet.related,
    sources: sheet.sources.map((source) => ({ ...source, date: datedOn(source.date) })),
    legalBasis: sheet.legalBasis,
    nextReview: sheet.nextReview,
  };
}

function summary(sheet: Sheet, library: PublicLibrary, publicUrl: string): object {
  return {
    slug: sheet.slug,
    title: sheet.title,
    subtitle: sheet.subtitle ?? null,
    category: sheet.category,
    area: sheet.area,
    status: sheet.status,
    summary: sheet.summary,
    languages: ['it', ...library.languages(sheet.slug)],
    reviewedAt: sheet.reviewedAt,
    url: new URL(`/servizi/${sheet.slug}`, publicUrl).href,
  };
}
