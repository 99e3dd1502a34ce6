/**
 * No answer, in any language, says a figure, a telephone number, an address or an e-mail that its sheet does not give.
 * What a sheet gives is worked out here anew from its texts, not by the code that fills answers in.
 */
import { expect, test } from 'vitest';
import { ASPECTS, type Knowledge, type SheetAnswer, type SheetPart } from '../../src/conversation/ports.ts';
import type { Office } from '../../src/knowledge/contacts.ts';
import type { Sheet } from '../../src/knowledge/sheet.ts';
import { ManualClock } from '../../src/lib/clock.ts';
import { LANGUAGES, type Language } from '../../src/lib/language.ts';
import { unlearnedLibrary, writtenKnowledge } from './unlearned-library.ts';

const written = await writtenKnowledge('knowledge');
const { sheets, numbers, offices, translations } = written;
const PARTS: readonly SheetPart[] = ['short', 'simple', ...ASPECTS];
const WHOLE = 100_000;
/** Years after the last sure day of every figure. */
const LATER = new Date('2040-01-01T10:00:00Z');

// ——— what is looked for in a text

const FIGURE = /\p{N}+(?:[.,:/’' \u00a0\u202f–-]\p{N}+)*/gu;
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const SITE =
  /(?:https?:\/\/|www\.)[^\s)»"]+|(?<![\p{L}\p{N}@.-])(?:[a-z0-9-]+\.)+(?:it|com|org|eu|net|info)\b/giu;
const STREET =
  /(?<!\p{L})(?:[Vv]ia|[Vv]iale|[Pp]iazza|[Cc]orso|[Ll]argo|[Vv]ico|[Cc]ontrada|[Ss]trada|[Rr]ue|[Rr]ruga)\s+(?:\p{Lu}\.\s*)?\p{Lu}[\p{L}'’]+/gu;
const ADDRESSES = [EMAIL, SITE, STREET];

/** Arabic and Persian digits as 0 to 9, and one kind of space; digits of other scripts belong to no sheet. */
function plain(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/\s/gu, ' ');
}

function figuresIn(text: string): string[] {
  return plain(text).match(FIGURE) ?? [];
}

/** Letters and digits alone: "080 4598111" and "080/45.98.111" are one number. */
function bare(text: string): string {
  return plain(text)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

// ——— what a sheet gives

interface Given {
  readonly text: string;
  readonly figures: ReadonlySet<string>;
}

const REFERENCE = /\{\{([^}]*)\}\}/g;

function givenBy(sheet: Sheet): Given {
  const lines = Object.values(sheet.sections).flatMap((section) => section.map(({ text }) => text));
  const { title, subtitle = '', statusReason = '', summary, short, simple } = sheet;
  const own = [title, subtitle, statusReason, summary, short, simple, ...lines];
  const named = own.flatMap((text) => [...text.matchAll(REFERENCE)].map((match) => match[1] ?? ''));
  const ids = (kind: string): string[] =>
    named.flatMap((name) => (name.startsWith(`${kind}:`) ? [name.slice(kind.length + 1).trim()] : []));
  const figures = sheet.figures.flatMap(({ value, year, validUntil }) => [
    value,
    String(year ?? ''),
    validUntil?.slice(0, 4) ?? '',
  ]);
  const said = [...new Set([...sheet.numbers, ...ids('numero')])].flatMap((id) => {
    const number = numbers.get(id);
    return number?.publish && number.confidence !== 'low' ? [number.say] : [];
  });
  const reached = [...new Set([...sheet.offices, ...ids('ufficio')])].flatMap((id) => {
    const office = offices.get(id);
    if (office === undefined || isHidden(office)) return [];
    return [office.name, office.address, office.phone, office.hours].map((text) => text ?? '');
  });
  const texts = [...own.map((text) => text.replace(REFERENCE, '§')), ...figures, ...said, ...reached];
  return { text: plain(texts.join('\n')).toLowerCase(), figures: new Set(texts.flatMap(figuresIn)) };
}

const given = new Map(sheets.map((sheet) => [sheet.slug, givenBy(sheet)]));

// ——— contacts that nobody has checked

function isHidden({ confirmedBy, confirmedOn, verify_before_use, confidence }: Office): boolean {
  return confirmedBy === null || confirmedOn === null || verify_before_use || confidence === 'low';
}

/** Name, telephone, e-mails, hours, and the address with and without what follows the house number. */
function contactsOf({ name, address, phone, email, pec, hours }: Office): string[] {
  const street = address?.split(/[,(]| - /)[0];
  return [name, address, street, phone, email, pec, hours].flatMap((text) => (text ? [bare(text)] : []));
}

const open = new Set([...offices.values()].filter((office) => !isHidden(office)).flatMap(contactsOf));
const hidden = [...offices.values()]
  .filter(isHidden)
  .flatMap((office) => contactsOf(office).map((contact) => ({ id: office.id, contact })))
  .filter(({ contact }) => !open.has(contact));
const barred = [...numbers.values()]
  .filter(({ publish, confidence }) => !publish || confidence === 'low')
  .map(({ id, number }) => ({ id, contact: bare(number) }));

// ——— the check

/** By what was looked at: most parts that are not translated are the same in all languages. */
const looked = new Map<string, readonly string[]>();

function faultsIn({ slug, title, translatedTitle, heading, text }: SheetAnswer): readonly string[] {
  const shown = [title, translatedTitle, heading, text].join('\n');
  const key = `${slug}\n${shown}`;
  const faults = looked.get(key) ?? lookAt(slug, shown);
  looked.set(key, faults);
  return faults;
}

function lookAt(slug: string, shown: string): string[] {
  const own = given.get(slug);
  if (own === undefined) return [`there is no sheet ${slug}`];
  const even = plain(shown);
  const squeezed = bare(shown);
  return [
    ...figuresIn(shown)
      .filter((figure) => !own.figures.has(figure))
      .map((figure) => `the figure ${figure} is not in the sheet`),
    ...ADDRESSES.flatMap((pattern) => even.match(pattern) ?? [])
      .filter((address) => !own.text.includes(address.toLowerCase().replace(/[.,;:]$/, '')))
      .map((address) => `${address} is not in the sheet`),
    ...(/\{\{|\}\}/.test(shown) ? ['a reference is not filled in'] : []),
    ...[...hidden, ...barred]
      .filter(({ contact }) => squeezed.includes(contact))
      .map(({ id, contact }) => `a contact of ${id} that nobody has confirmed: ${contact}`),
  ];
}

/** The faults of every sheet, part and language, each named once. */
function faultsOf(knowledge: Knowledge, maxLength: number): string[] {
  const faults = new Set<string>();
  for (const { slug, reviewedAt } of sheets) {
    for (const language of LANGUAGES) {
      for (const part of PARTS) {
        const answer = knowledge.answer(slug, part, maxLength, language);
        const add = (fault: string) => faults.add(`${slug} ${part} ${language}: ${fault}`);
        if (answer === null) {
          add('no answer');
          continue;
        }
        for (const fault of faultsIn(answer)) add(fault);
        if (answer.text.length > maxLength) add(`${answer.text.length} units, at most ${maxLength}`);
        if (answer.text === '' && maxLength === WHOLE) add('nothing is said');
        if (answer.reviewedAt !== reviewedAt) add(`reviewed on ${answer.reviewedAt}`);
        if (answer.url !== pageOf(slug, language)) add(`the page is ${answer.url}`);
      }
    }
  }
  return [...faults];
}

function pageOf(slug: string, language: Language): string {
  return `https://esempio.it/servizi/${slug}${language === 'it' ? '' : `?lingua=${language}`}`;
}

// ——— the tests

const knowledge = await unlearnedLibrary(written).listen([]);

test.each([WHOLE, 1_200, 300, 80, 0])(
  'in all languages, within %i units, an answer holds nothing that is not in its sheet',
  (maxLength) => {
    expect(sheets.length).toBeGreaterThan(0);
    expect(faultsOf(knowledge, maxLength)).toEqual([]);
  },
);

test('nor when its figures have grown old', async () => {
  const later = await unlearnedLibrary(written, new ManualClock(LATER)).listen([]);
  expect(faultsOf(later, WHOLE)).toEqual([]);
});

test('a translated answer says the figures of the Italian one', () => {
  const figuresOf = (slug: string, part: SheetPart, language: Language) =>
    new Set(figuresIn(knowledge.answer(slug, part, WHOLE, language)?.text ?? ''));
  const differing = sheets.flatMap(({ slug }) =>
    ASPECTS.flatMap((aspect) => {
      const italian = figuresOf(slug, aspect, 'it');
      return LANGUAGES.flatMap((language) => {
        const own = figuresOf(slug, aspect, language);
        const difference = [...own, ...italian].filter((one) => !own.has(one) || !italian.has(one));
        return difference.length === 0 ? [] : [`${slug} ${aspect} ${language}: ${difference.join(', ')}`];
      });
    }),
  );
  expect(differing).toEqual([]);
});

test('no answer says a line twice', () => {
  const twice = sheets.flatMap(({ slug }) =>
    PARTS.flatMap((part) =>
      LANGUAGES.flatMap((language) => {
        const lines = knowledge.answer(slug, part, WHOLE, language)?.text.split('\n') ?? [];
        return new Set(lines).size === lines.length ? [] : [`${slug} ${part} ${language}`];
      }),
    ),
  );
  expect(twice).toEqual([]);
});

test('there are contacts to hide, and translations to look at', () => {
  expect(hidden.length + open.size).toBeGreaterThan(0);
  for (const language of LANGUAGES.filter((one) => one !== 'it')) {
    expect(translations.get(language)?.size, language).toBeGreaterThan(0);
  }
});

test('the check sees an office that is shown too early', async () => {
  const signed = [...offices].map(([id, office]): [string, Office] => [
    id,
    { ...office, confirmedBy: 'x', confirmedOn: '2026-11-24', verify_before_use: false, confidence: 'high' },
  ]);
  const early = await unlearnedLibrary({ ...written, offices: new Map(signed) }).listen([]);
  const seen = faultsOf(early, WHOLE).join('\n');
  const waiting = [...offices.values()].filter(
    (office) => isHidden(office) && (office.address || office.phone || office.hours) && isMentioned(office),
  );
  for (const { id } of waiting) expect(seen).toContain(`a contact of ${id} `);
});

function isMentioned({ id }: Office): boolean {
  return sheets.some(({ sections }) => JSON.stringify(sections).includes(`{{ufficio:${id}}}`));
}

test.each([
  ['a figure', 'Ricevi 777,77 euro.', /777,77/],
  ['a figure in Arabic digits', 'تحصل على ٧٧٧ يورو.', /777/],
  ['a telephone number', 'Chiama il 080 777 77 77.', /080 777 77 77/],
  ['an e-mail', 'Scrivi a aiuto@esempio.it', /aiuto@esempio\.it/],
  ['a site', 'Guarda www.esempio.it', /www\.esempio\.it/],
  ['a street', 'Vai in via Garibaldi.', /via Garibaldi/],
  ['a reference', 'Chiama il {{numero:nue-112}}.', /not filled in/],
])('the check sees %s that the sheet does not give', (_what, text, fault) => {
  const answer = knowledge.answer('isee', 'short', WHOLE, 'it');
  if (answer === null) throw new Error('There is no sheet "isee".');
  expect(faultsIn(answer)).toEqual([]);
  expect(faultsIn({ ...answer, text }).join('\n')).toMatch(fault);
});
