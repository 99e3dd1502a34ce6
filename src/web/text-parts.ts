/** A piece of a message: plain text, or text that leads somewhere. `href` is always `https:`, `http:` or `tel:`. */
export interface TextPart {
  readonly text: string;
  readonly href?: string;
}

/** Numbers that are telephones wherever they stand, each as it is dialled: digits, with "+" before a prefix. */
export type Telephones = ReadonlySet<string>;

const NO_TELEPHONES: Telephones = new Set();

/** Marks of direction may follow an address in Arabic, and are no part of it. */
const ADDRESS = /https?:\/\/[^\s<>"'\p{Cf}]*[^\s<>"'.,;:!?)\]\p{Cf}]/gu;
/** Words and signs after which, on the same line, a number is a telephone number, in the assistant's languages. */
const CALL =
  /(?:☎️?|📞|📱|\b(?:chiam|telefon|numero|tel\b|call|phone|appel|téléphon|sun[aă]|num[aă]r|numri)\p{L}*)[^\n]{0,60}$/iu;
/** Money and time in the assistant's languages; "giorno e notte", "ore 9-24" and their like count nothing. */
const COUNTED = [
  '€|%|euros?|giorni|settimane|mesi|anni|ore(?! \\d)|minuti|days|weeks|months|years|hours|minutes',
  'jours|semaines|mois|ans|heures|(?:de )?(?:lei|zile|ani)',
  'lekë|ditë(?! e natë)|javë|muaj|vjet|ევრო|დღე(?! და ღამე)|თვე|წელ[ის]|საათი|يورو|يوما|شهرا|سنة|ساعة',
].join('|');
/** Digits, with a sign between them at most, that are no part of an amount, a term, a word or the name of a site. */
const NUMBER = new RegExp(
  String.raw`(?<![\p{Script=Latin}\d.,/:-])\+?\d(?:(?: ?[/-] ?|[ .])?\d)*(?!(?: ?[/-] ?|[ .,:])?\d|\.?\p{Script=Latin}|\s*(?:${COUNTED})(?!\p{L}))`,
  'giu',
);
/** After these words what looks like a known telephone is an amount, a year or a law; or a house in a street. */
const FIGURE = [
  /(?:€|(?<!\p{L})(?:euro|nel|anno|year|année|anul|viti|legge|decreto|articolo|art\.|comma|law|loi|legea|ligji)(?: n\.)?|კანონი|عام|سنة|القانون)\s*$/iu,
  /(?<!\p{L})(?:[Vv]ia(?:le)?|[Pp]iazza|[Cc]orso|[Ll]argo) (?:d(?:i|e[il]|ella?)? ?'?)?\p{Lu}[\p{L}'. ]{1,30},?\s*$/u,
];
/** As in Italy: emergency and service numbers begin with 1; the others with 0, 3, 8 or the country's prefix. */
const SHORT_NUMBER = /^1\d{2,5}$/;
const LONG_NUMBER = /^(?:\+|0|3|8)[\d ./-]{5,18}$/;
const DATE = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/;

/**
 * Cuts a message of ours into text and links: web addresses, the telephones we know, and the numbers that follow a word
 * or sign of calling, so that a frightened person can touch them. An amount or a year is never taken for one.
 */
export function textParts(text: string, telephones: Telephones = NO_TELEPHONES): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const link of findLinks(text, telephones)) {
    if (link.from > end) parts.push({ text: text.slice(end, link.from) });
    parts.push({ text: text.slice(link.from, link.to), href: link.href });
    end = link.to;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

interface Link {
  readonly from: number;
  readonly to: number;
  readonly href: string;
}

function findLinks(text: string, telephones: Telephones): Link[] {
  const addresses = [...text.matchAll(ADDRESS)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    href: match[0],
  }));
  const numbers = [...text.matchAll(NUMBER)]
    .filter(({ 0: number, index }) => isTelephone(number, text.slice(0, index), telephones))
    .map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      href: `tel:${dialled(match[0])}`,
    }))
    .filter((link) => !addresses.some((address) => link.from < address.to && address.from < link.to));
  return [...addresses, ...numbers].sort((left, right) => left.from - right.from);
}

function isTelephone(number: string, before: string, telephones: Telephones): boolean {
  const isKnown = telephones.has(dialled(number)) && !FIGURE.some((words) => words.test(before));
  const mayBe = SHORT_NUMBER.test(number) || (LONG_NUMBER.test(number) && !DATE.test(number));
  return isKnown || (mayBe && CALL.test(before));
}

/** A number as it is dialled, without the signs that make it easy to read. */
export function dialled(number: string): string {
  return number.replace(/[^\d+]/g, '');
}
