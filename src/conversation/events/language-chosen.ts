import type { Language } from '../../lib/language.ts';

/** The language of the talk was named, or recognised in a text. */
export interface LanguageChosen {
  readonly kind: 'language-chosen';
  readonly language: Language;
}
