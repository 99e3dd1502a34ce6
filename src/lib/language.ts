/** The languages the assistant speaks; Italian is the reviewed original, the others are translations of it. */
export const LANGUAGES = ['it', 'en', 'fr', 'ro', 'sq', 'ka', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The assistant's languages, and two more in which a danger is recognised and answered. */
export const REPLY_LANGUAGES = [...LANGUAGES, 'es', 'uk'] as const;
export type ReplyLanguage = (typeof REPLY_LANGUAGES)[number];

/** Each language's name in its own script, as shown to who must choose it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  it: 'Italiano',
  en: 'English',
  fr: 'Français',
  ro: 'Română',
  sq: 'Shqip',
  ka: 'ქართული',
  ar: 'العربية',
};

export function isLanguage(value: string): value is Language {
  return (LANGUAGES as readonly string[]).includes(value);
}
