/**
 * The words of one language, grouped by what they mean. Each value holds one entry a line (or separated by `;`):
 *
 * - `word`, `a|b|c` (one of), `a|two_words` (one of, the second of two words), `stem*` (any ending), `*ending` (three to five letters), `word?` (may be missing), `~N` (up to N words between),
 *   `$CUE` (anything another cue of the same language matches);
 * - accents, case and doubled letters do not count; an apostrophe is a space.
 *
 * A cue that starts with `IDIOM` is a guard: what it covers is not read by any other cue.
 */
export type Lexicon = Readonly<Record<string, string>>;

export interface LanguageLexicon {
  /** The language reported in a finding (ISO 639-1). */
  readonly language: string;
  readonly cues: Lexicon;
  /** Words that carry no meaning here and take no place ("davvero"). */
  readonly fillers: string;
  /**
   * The small words that give the language away. A cue counts only where they do not say that the words around it are
   * of another language: "coma" beside "la", "che", "non" is not English.
   */
  readonly common: string;
  /** Ordinary words one letter away from a cue: never read as a misspelling of it. */
  readonly ordinary: string;
  /** What a verb of the past looks like, folded: without one in the match, a date nearby does not make it past. */
  readonly pastForm?: RegExp;
  /** One-letter particles written attached to the front of a word, as in Arabic. */
  readonly attached?: readonly string[];
}
