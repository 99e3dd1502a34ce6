/** Which language to speak: the one named, else the one written, else the one the channel hints at. */
import { isLanguage, type Language } from '../lib/language.ts';
import { plain } from './clean.ts';
import { speak } from './profile.ts';
import { understand } from './question.ts';
import type { Run } from './run.ts';

/** Fewer words than these do not change the language of a talk; a script of its own does. */
const SENTENCE = 3;
const OURS = /[\p{Script=Latin}\p{Script=Arabic}\p{Script=Georgian}]/u;
const OWN_SCRIPT = /[\p{Script=Arabic}\p{Script=Georgian}]/u;

/** The language of a BCP 47 tag ("ro-RO"), when it is one of ours. */
export function hintedLanguage(hint: string | null): Language | null {
  const code = hint?.toLowerCase().split(/[-_]/)[0] ?? '';
  return isLanguage(code) ? code : null;
}

/**
 * Follows the language of what is written, unless the citizen named one. A text in a script of none of our languages
 * says nothing: the language will be asked.
 */
export function hearLanguage(run: Run, text: string): void {
  const { profile, welcomed } = run.state;
  if (profile.languageChosen || !OURS.test(text)) return;
  const { language } = understand(run, text);
  const isFirst = profile.language === undefined || !welcomed;
  if (!isFirst && plain(text).split(' ').length < SENTENCE && !OWN_SCRIPT.test(text)) return;
  speak(run, language, false);
}
