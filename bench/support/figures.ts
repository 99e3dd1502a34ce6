export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** Undefined when the figure has no bar of its own. */
  readonly bar?: { readonly is: 'at most' | 'at least'; readonly value: number };
}

/** One line a figure, with its bar and whether it holds. @returns whether all hold. */
export function report(figures: readonly Figure[]): boolean {
  let all = true;
  for (const { what, value, unit, bar } of figures) {
    const holds = bar === undefined || (bar.is === 'at most' ? value <= bar.value : value >= bar.value);
    all &&= holds;
    const shown = Number.isInteger(value) ? `${value}` : value.toFixed(2);
    const limit = bar ? `  (${bar.is} ${bar.value} ${unit}: ${holds ? 'holds' : 'DOES NOT HOLD'})` : '';
    console.log(`${what}: ${shown} ${unit}${limit}`);
  }
  return all;
}

/** What citizens write in the loads: a greeting, questions to the sheets, menu picks, a follow-up. */
export const TEXTS = [
  'buongiorno',
  'come si fa l isee?',
  'e quanto costa?',
  'menu',
  '1',
  'mia madre ha 80 anni e non cammina, serve aiuto a casa',
  'che documenti servono per il bonus bollette',
  'indietro',
  'non riesco a pagare l affitto',
  'grazie',
] as const;
