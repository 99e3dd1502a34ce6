import { z } from 'zod';

/** The most a citizen can write in one message, in UTF-16 units. */
export const TEXT_LIMIT = 4000;

/** What the page sends: a text, or the id of a pressed choice; `clientId` tells a repeat from a new message. */
export const PostedMessage = z
  .object({
    clientId: z.guid(),
    text: z.string().optional(),
    choice: z
      .string()
      .regex(/^[a-z0-9._-]{1,32}$/)
      .optional(),
    /** Only from a form: the token of the session. */
    csrf: z.string().optional(),
  })
  .transform((posted) => ({
    ...posted,
    text: posted.text === undefined ? undefined : cleanText(posted.text),
  }))
  .refine((posted) => (posted.text === undefined) !== (posted.choice === undefined), 'a text or a choice');
export type PostedMessage = z.infer<typeof PostedMessage>;

/** Line ends as `\n`, no control characters, no half characters, no white space round it. */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .trim()
  );
}

/** `embed=1`: the page lives in another site's frame. */
export const ChatQuery = z.object({ embed: z.string().optional(), after: z.string().max(200).optional() });

/** The first language that a browser asks for; a hint and no more. */
export function languageHint(acceptLanguage: string | undefined): string | undefined {
  return /^\s*([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\b/i.exec(acceptLanguage ?? '')?.[1];
}
