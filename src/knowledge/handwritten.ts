/** Finds amounts and telephone numbers written by hand in a sheet's text, where only references are allowed. */

export interface Handwritten {
  readonly kind: 'amount' | 'telephone';
  readonly text: string;
}

const NUMBER_WORD =
  '(?:due|tre|quattro|cinque|sei|sette|otto|nove|dieci|venti|trenta|quaranta|cinquanta|sessanta|settanta|ottanta|novanta|(?:due|tre|quattro|cinque|sei|sette|otto|nove)?cento\\w*|mille\\w*|\\w+mila\\w*)';
const AMOUNT = new RegExp(
  `(?:€\\s*\\d[\\d.,]*|\\d[\\d.,]*\\s*(?:€|euro\\b)|\\b${NUMBER_WORD}\\s+euro\\b)`,
  'giu',
);

/** Numbers everybody may know by heart and that never change: European and national emergency, 1522. */
const FREE_NUMBERS = new Set(['112', '113', '114', '118', '1522']);

const LONG_NUMBER = /(?<![\d/.,])(?:\+39[ .]?)?(?:0\d{1,3}|3\d{2}|8\d{2}|199|116)(?:[ ./-]?\d+)+(?!\d)/g;
const CALLED_NUMBER =
  /\b(?:chiam\w+|telefon\w+|numer\w+|tel\.?|digit\w+)\s+(?:(?:subito|sempre|anche|gratis)\s+)?(?:(?:al|il|allo|lo|l'|all'|verde)\s*)?(\d{3,6})\b/giu;
const NOT_A_TELEPHONE = [/^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/, /^\d{1,4}\/\d{4}$/, /^\d{1,3}(?:\.\d{3})+$/];

/** What is written by hand in a text, outside `{{references}}`. */
export function handwrittenNumbers(text: string): Handwritten[] {
  const bare = text.replace(/\{\{[^}]*\}\}/g, '§').replace(/https?:\/\/\S+/g, '');
  const amounts = [...bare.matchAll(AMOUNT)].map((match) => match[0]);
  const long = [...bare.matchAll(LONG_NUMBER)]
    .map((match) => match[0])
    .filter((found) => found.replace(/\D/g, '').length >= 6)
    .filter((found) => !NOT_A_TELEPHONE.some((pattern) => pattern.test(found)));
  const called = [...bare.matchAll(CALLED_NUMBER)]
    .map((match) => match[1] ?? '')
    .filter((found) => !FREE_NUMBERS.has(found) && !long.some((whole) => whole.startsWith(found)));
  const telephones = new Set([...long, ...called]);
  return [
    ...amounts.map((found) => ({ kind: 'amount' as const, text: found.trim() })),
    ...[...telephones].map((found) => ({ kind: 'telephone' as const, text: found })),
  ];
}
