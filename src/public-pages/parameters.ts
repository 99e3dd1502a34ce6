import { z } from 'zod';
import { LANGUAGES } from '../lib/language.ts';

export const SheetParameters = z.object({ slug: z.string().regex(/^[a-z0-9-]{1,80}$/) });

/** A language we do not know is taken for Italian: a page is always shown. */
export const LanguageQuery = z.object({ lingua: z.enum(LANGUAGES).catch('it').default('it') });

/** Whatever is not one text is taken for no question. */
export const SearchQuery = z.object({ q: z.string().catch('').default('') });
