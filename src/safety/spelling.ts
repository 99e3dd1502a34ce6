/** Cue words shorter than this are not corrected: too many ordinary words are one letter away. */
export const SHORTEST_CORRECTED = 6;

/**
 * A word and all its forms with one letter less. Two words one slip apart share at least one such form, so that a
 * misspelling is found by look-up and not by comparing with every word.
 */
export function spellings(word: string, shortest: number = SHORTEST_CORRECTED): string[] {
  if (word.length < shortest || word.length > 24) return [];
  const forms = [word];
  for (let place = 1; place < word.length; place += 1) {
    forms.push(word.slice(0, place) + word.slice(place + 1));
  }
  return forms;
}
