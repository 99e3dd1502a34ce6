/** The catalogue as one table that an Italian spreadsheet opens: semicolons, byte order mark, a sheet a row. */
import { describeOffice } from '../../knowledge/contacts.ts';
import { SECTION_KEYS, SECTIONS, type Sheet } from '../../knowledge/sheet.ts';
import { datedOn } from '../dates.ts';
import type { PublicLibrary } from '../library.ts';
import { PAGES_MESSAGES } from '../messages.ts';
import { LICENCE } from './licence.ts';
import { joined } from './written.ts';

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

type Column = readonly [name: string, value: (sheet: Sheet, library: PublicLibrary) => string];

const COLUMNS: readonly Column[] = [
  ['Codice', ({ slug }) => slug],
  ['Categoria', ({ category }) => category],
  ['Titolo', ({ title }) => title],
  ['Stato', ({ status }) => (status === 'active' ? 'attivo' : 'non attivo')],
  ['Motivo dello stato', ({ statusReason }) => statusReason ?? ''],
  ['Sottotitolo', ({ subtitle }) => subtitle ?? ''],
  ['Descrizione breve', ({ summary }) => summary],
  ['In parole più semplici', ({ simple }) => simple],
  ...SECTION_KEYS.map(
    (key): Column => [SECTIONS[key], ({ slug }, library) => library.lines(slug, key).join('\n')],
  ),
  [
    'Numeri',
    ({ slug }, library) => lines(library.contacts(slug).numbers, ({ name, say }) => `${name}: ${say}`),
  ],
  ['Uffici', ({ slug }, library) => lines(library.contacts(slug).offices, describeOffice)],
  [
    'Importi e limiti',
    ({ slug }, library) => lines(library.figures(slug), ({ label, text }) => `${label}: ${text}`),
  ],
  ['Dove vale', ({ coverage }) => coverage.join(', ')],
  ['Tema', ({ area }) => PAGES_MESSAGES.areas[area]],
  ['Argomenti', ({ topics }) => topics.join(', ')],
  ['Lingue', ({ slug }, library) => ['it', ...library.languages(slug)].join(', ')],
  [
    'Fonti',
    ({ sources }) => lines(sources, ({ title, url, date }) => `${joined([title, datedOn(date)])}: ${url}`),
  ],
  ['Leggi', ({ legalBasis }) => legalBasis.join('\n')],
  ['Controllata il', ({ reviewedAt }) => reviewedAt],
  ['Da ricontrollare il', ({ nextReview }) => nextReview],
];

/** @returns the whole file, as text */
export function catalogueCsv(library: PublicLibrary, publicUrl: string): string {
  const head = [...COLUMNS.map(([name]) => name), 'Pagina', 'Licenza'];
  const rows = library
    .sheets()
    .map((sheet) => [
      ...COLUMNS.map(([, value]) => value(sheet, library)),
      new URL(`/servizi/${sheet.slug}`, publicUrl).href,
      LICENCE.id,
    ]);
  return BYTE_ORDER_MARK + [head, ...rows].map((row) => row.map(cell).join(';') + LINE_END).join('');
}

/** Always quoted (RFC 4180). What a spreadsheet would take for a formula begins with an apostrophe. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

function lines<Item>(items: readonly Item[], line: (item: Item) => string): string {
  return items.map(line).join('\n');
}
