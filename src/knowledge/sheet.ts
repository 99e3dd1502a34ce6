/**
 * The shape of a service sheet (scheda servizio): the keys of the "modello Comuni" of Designers Italia
 * (criterion C.SI.1.3, same order), plus what we need to quote it one line at a time and to know until when
 * each figure can be stated as certain. The file is Markdown with YAML front matter: `knowledge/sheets/SLUG.md`.
 */
import { z } from 'zod';

export const AREAS = [
  'accesso',
  'reddito',
  'casa',
  'famiglia',
  'anziani',
  'disabilita',
  'violenza',
  'immigrazione',
  'salute',
] as const;
export type Area = (typeof AREAS)[number];

/** The sections of a sheet's body, in modello-Comuni order: key, heading in the file. */
export const SECTIONS = {
  what: "Cos'è",
  who: 'A chi è rivolto',
  how: 'Come fare',
  documents: 'Cosa serve',
  output: 'Cosa si ottiene',
  times: 'Tempi e scadenze',
  cost: 'Quanto costa',
  where: 'Dove andare',
  outcome: "Come sapere l'esito",
  special: 'Casi particolari',
  terms: 'Condizioni di servizio',
  contacts: 'Contatti',
} as const;
export type SectionKey = keyof typeof SECTIONS;
export const SECTION_KEYS = Object.keys(SECTIONS) as SectionKey[];

const isoDate = z.iso.date();
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');

/** A number a citizen could act on, never written into the text by hand: the text says `{{id}}`. */
export const Figure = z.strictObject({
  id: slug,
  label: z.string().min(1),
  value: z.string().min(1),
  kind: z.enum(['importo', 'soglia', 'scadenza', 'durata', 'costo']),
  /** The year the figure is valid for; null when the source does not say or the law fixes it for good. */
  year: z.number().int().min(2000).max(2100).nullable(),
  /** The last day on which it may be stated as certain. */
  validUntil: isoDate.optional(),
  sources: z.array(z.string()).min(1, 'a figure needs at least one source id'),
  confidence: z.enum(['high', 'medium']),
});
export type Figure = z.infer<typeof Figure>;

export const Source = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  url: z.url(),
  date: z.string().min(1),
  kind: z.enum(['official', 'comune', 'caf', 'association', 'copy', 'press']),
});
export type Source = z.infer<typeof Source>;

/** A paper to bring: what it is, where to get it, what it costs, what else is accepted. */
export const NeededItem = z.strictObject({
  name: z.string().min(1),
  what: z.string().min(1).optional(),
  where: z.string().min(1).optional(),
  cost: z.string().min(1).optional(),
  alternative: z.string().min(1).optional(),
});
export type NeededItem = z.infer<typeof NeededItem>;

/** What is needed for a request: an opening sentence, then the papers. */
export const Needed = z.strictObject({ intro: z.string().min(1), items: z.array(NeededItem) });
export type Needed = z.infer<typeof Needed>;

/** The papers as lines that can be quoted one by one: the opening first. */
export function neededLines({ intro, items }: Needed): string[] {
  return [intro, ...items.map(neededLine)];
}

/** A paper and its details as one line; parts without a full stop get one. */
export function neededLine(item: NeededItem): string {
  return [item.name, item.what, item.where, item.cost, item.alternative]
    .filter((part) => part !== undefined)
    .map((part) => (/[.!?:؟]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

export const SheetFrontMatter = z.strictObject({
  slug,
  title: z.string().min(3).max(60),
  subtitle: z.string().max(255).optional(),
  category: z.literal('Salute, benessere e assistenza'),
  area: z.enum(AREAS),
  level: z.array(z.enum(['nazionale', 'regionale', 'locale'])).min(1),
  status: z.enum(['active', 'inactive']),
  statusReason: z.string().optional(),
  summary: z.string().min(10).max(160),
  /** The whole sheet in one chat message. */
  short: z.string().min(20).max(300),
  /** The same, for who reads with difficulty. */
  simple: z.string().min(20).max(300),
  coverage: z.array(z.enum(['Adelfia', 'Capurso', 'Cellamare', 'Triggiano', 'Valenzano'])).min(1),
  topics: z.array(z.string()).min(1),
  /** What citizens call it: everyday words, old names, acronyms. */
  words: z.array(z.string()).min(3),
  related: z.array(slug),
  needed: Needed,
  figures: z.array(Figure),
  sources: z.array(Source).min(1),
  legalBasis: z.array(z.string()),
  /** Ids of `knowledge/offices.yaml`; only confirmed ones are ever shown. */
  offices: z.array(z.string()),
  /** Ids of `knowledge/emergency-numbers.yaml` that help with this need. */
  numbers: z.array(z.string()),
  reviewedAt: isoDate,
  reviewedBy: z.string().min(1),
  nextReview: isoDate,
});
export type SheetFrontMatter = z.infer<typeof SheetFrontMatter>;

/** A line of a section: one bullet or one sentence-long paragraph, quotable by itself, figures not yet filled in. */
export interface SheetLine {
  readonly text: string;
  /** Line number in the file, from 1. */
  readonly line: number;
}

export interface Sheet extends SheetFrontMatter {
  readonly sections: Readonly<Record<SectionKey, readonly SheetLine[]>>;
  readonly file: string;
}
