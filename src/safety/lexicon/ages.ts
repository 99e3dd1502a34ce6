/** Ages from one to another as alternatives of the lexicon notation: `8|9|10`. */
export function ages(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset).join('|');
}
