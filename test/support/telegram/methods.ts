/**
 * What the Bot API asks of each method we may call. Stricter than Telegram on purpose: an unknown field is refused, so
 * that a slip of ours is a failing test and not a field that Telegram ignores.
 */
import { z } from 'zod';
import { readHtml } from './html.ts';

const ChatId = z.union([z.int(), z.string().regex(/^-?\d+$/, 'chat_id must be a number')]);

/** Counted as Telegram does: UTF-16 units after the markup is read. */
function textUpTo(limit: number) {
  return (fields: { text: string; parse_mode?: string | undefined }, context: z.RefinementCtx) => {
    const read =
      fields.parse_mode === 'HTML' ? readHtml(fields.text) : { ok: true as const, text: fields.text };
    if (!read.ok) return context.addIssue(`can't parse entities: ${read.fault}`);
    if (!fields.text.isWellFormed()) return context.addIssue('strings must be encoded in UTF-8');
    const text = read.text.trim();
    if (text.length === 0) return context.addIssue('message text is empty');
    if (text.length > limit) context.addIssue('message is too long');
  };
}

const CallbackData = z.string().refine((data) => {
  const size = Buffer.byteLength(data);
  return size >= 1 && size <= 64;
}, 'BUTTON_DATA_INVALID');

const Button = z
  .strictObject({
    text: z
      .string()
      .refine((text) => text.trim() !== '' && text.isWellFormed(), 'Text buttons are unallowed to be empty'),
    callback_data: CallbackData.optional(),
    url: z.url().optional(),
  })
  .refine(
    (button) => (button.callback_data === undefined) !== (button.url === undefined),
    'Text buttons are unallowed in the inline keyboard',
  );

const Keyboard = z
  .strictObject({ inline_keyboard: z.array(z.array(Button).min(1).max(8)) })
  .refine((keyboard) => keyboard.inline_keyboard.flat().length <= 100, 'reply markup is too long');

const LinkPreview = z.strictObject({ is_disabled: z.boolean() });

const Commands = z
  .array(
    z.strictObject({
      command: z.string().regex(/^[a-z0-9_]{1,32}$/, 'BOT_COMMAND_INVALID'),
      description: z.string().min(1).max(256),
    }),
  )
  .max(100);

const UPDATE_KINDS = z.enum(['message', 'edited_message', 'callback_query', 'my_chat_member']);

const WebhookUrl = z
  .string()
  .refine(
    (url) => url === '' || /^(https:|http:\/\/(127\.|localhost[:/]|\[::1\]))/.test(url),
    'bad webhook: an HTTPS URL must be provided for webhook',
  );

export const METHODS = {
  getMe: z.strictObject({}),
  setWebhook: z.strictObject({
    url: WebhookUrl,
    secret_token: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,256}$/, 'secret token contains unallowed characters')
      .optional(),
    allowed_updates: z.array(UPDATE_KINDS).optional(),
    max_connections: z.int().min(1).max(100).optional(),
    drop_pending_updates: z.boolean().optional(),
  }),
  deleteWebhook: z.strictObject({ drop_pending_updates: z.boolean().optional() }),
  getWebhookInfo: z.strictObject({}),
  setMyCommands: z.strictObject({ commands: Commands }),
  sendMessage: z
    .strictObject({
      chat_id: ChatId,
      text: z.string(),
      parse_mode: z.literal('HTML').optional(),
      link_preview_options: LinkPreview.optional(),
      reply_markup: Keyboard.optional(),
    })
    .superRefine(textUpTo(4096)),
  editMessageReplyMarkup: z.strictObject({
    chat_id: ChatId,
    message_id: z.int(),
    reply_markup: Keyboard.optional(),
  }),
  answerCallbackQuery: z.strictObject({
    callback_query_id: z.string().min(1),
    text: z.string().max(200).optional(),
    show_alert: z.boolean().optional(),
  }),
  getUpdates: z.strictObject({
    offset: z.int().optional(),
    limit: z.int().min(1).max(100).optional(),
    timeout: z.int().min(0).optional(),
    allowed_updates: z.array(UPDATE_KINDS).optional(),
  }),
  getFile: z.strictObject({ file_id: z.string().min(1) }),
} as const;

export type Method = keyof typeof METHODS;
export type Payload<Name extends Method> = z.infer<(typeof METHODS)[Name]>;
export type Buttons = z.infer<typeof Keyboard>['inline_keyboard'];

export function isMethod(name: string): name is Method {
  return Object.hasOwn(METHODS, name);
}
