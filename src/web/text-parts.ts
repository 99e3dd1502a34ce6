/** A piece of a message: plain text, or text that leads somewhere. `href` is always `https:`, `http:` or `tel:`. */
export interface TextPart {
  readonly text: string;
  readonly href?: string;
}

const ADDRESS = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/g;
/** Words and signs after which, on the same line, a number is a telephone number, in the assistant's languages. */
const CALL =
  /(?:☎️?|📞|📱|\b(?:chiam|telefon|numero|tel\b|call|phone|appel|téléphon|sun[aă]|num[aă]r|numri)\p{L}*)[^\n]{0,60}$/iu;
/** A run of digits and separators that is no part of an amount, a decimal, a term of days. */
const NUMBER =
  /(?<![\d.,/:-])\+?\d(?:[\d ./-]*\d)?(?!\d|[.,:]\d|\s*(?:€|%|euro\b|giorn[io]\b|ann[io]\b|mes[ei]\b))/giu;
/** As in Italy: emergency and service numbers begin with 1; the others with 0, 3, 8 or the country's prefix. */
const SHORT_NUMBER = /^1\d{2,5}$/;
const LONG_NUMBER = /^(?:\+|0|3|8)[\d ./-]{5,18}$/;
const DATE = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/;

/**
 * Cuts a message of ours into text and links: web addresses, and the numbers that follow a word or sign of calling,
 * so that a frightened person can touch them. An amount or a year is never taken for a telephone number.
 */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const link of findLinks(text)) {
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

function findLinks(text: string): Link[] {
  const addresses = [...text.matchAll(ADDRESS)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    href: match[0],
  }));
  const numbers = [...text.matchAll(NUMBER)]
    .filter(([number]) => SHORT_NUMBER.test(number) || (LONG_NUMBER.test(number) && !DATE.test(number)))
    .filter((match) => CALL.test(text.slice(0, match.index)))
    .map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      href: `tel:${match[0].replace(/[^\d+]/g, '')}`,
    }))
    .filter((link) => !addresses.some((address) => link.from < address.to && address.from < link.to));
  return [...addresses, ...numbers].sort((left, right) => left.from - right.from);
}
