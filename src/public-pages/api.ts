import { SECTION_KEYS, SECTIONS, type Sheet } from '../knowledge/sheet.ts';
import type { PublicLibrary } from './library.ts';

/** Grows when a field changes its meaning or goes. */
const VERSION = 1;
const LICENCE = 'CC-BY-4.0';

/** The catalogue as data: one short entry a sheet. */
export function catalogue(library: PublicLibrary, publicUrl: string): object {
  return {
    version: VERSION,
    licence: LICENCE,
    services: library.sheets().map((sheet) => summary(sheet, publicUrl)),
  };
}

/** A sheet as data: its sections as they may be shown, each figure with year and sources. */
export function sheetData(sheet: Sheet, library: PublicLibrary, publicUrl: string): object {
  return {
    version: VERSION,
    licence: LICENCE,
    ...summary(sheet, publicUrl),
    statusReason: sheet.statusReason ?? null,
    coverage: sheet.coverage,
    topics: sheet.topics,
    level: sheet.level,
    sections: SECTION_KEYS.map((key) => ({
      key,
      heading: SECTIONS[key],
      lines: library.lines(sheet.slug, key),
    })).filter((section) => section.lines.length > 0),
    needed: sheet.needed,
    figures: sheet.figures,
    related: sheet.related,
    sources: sheet.sources,
    legalBasis: sheet.legalBasis,
    nextReview: sheet.nextReview,
  };
}

function summary(sheet: Sheet, publicUrl: string): object {
  return {
    slug: sheet.slug,
    title: sheet.title,
    subtitle: sheet.subtitle ?? null,
    category: sheet.category,
    area: sheet.area,
    status: sheet.status,
    summary: sheet.summary,
    reviewedAt: sheet.reviewedAt,
    url: new URL(`/servizi/${sheet.slug}`, publicUrl).href,
  };
}
