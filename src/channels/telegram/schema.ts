/**
 * The fields of an update that we use; Telegram may add others tomorrow. Strict where we could not answer without (chat,
 * ids), lenient elsewhere: a message whose content changed its shape is still a message, and gets an answer.
 */
import { z } from 'zod';

function lenient<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined);
}

/** Chat and user ids exceed 32 bits but stay safe integers (Bot API: at most 52 bits). */
const Id = z.int();
/** Unix seconds; 0 marks a message Telegram no longer shows us. */
const Seconds = z.int().min(0).max(253_402_300_799);

const Chat = z.object({ id: Id, type: z.string() });
const Person = z.object({ id: Id, language_code: lenient(z.string().max(35)) });
const Place = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });

const Media = z.object({
  file_id: z.string(),
  file_size: lenient(z.int().min(0)),
  mime_type: lenient(z.string()),
  duration: lenient(z.number().min(0)),
});
export type Media = z.infer<typeof Media>;

const Photo = Media.extend({ width: z.number().catch(0), height: z.number().catch(0) });

/** Loose, to name the kind of a message we cannot read. */
export const Message = z.looseObject({
  message_id: Id,
  chat: Chat,
  date: Seconds,
  from: lenient(Person),
  text: lenient(z.string()),
  caption: lenient(z.string()),
  voice: lenient(Media),
  audio: lenient(Media),
  photo: lenient(z.array(Photo).min(1)),
  video: lenient(Media),
  video_note: lenient(Media),
  animation: lenient(Media),
  document: lenient(Media),
  sticker: lenient(Media),
  location: lenient(Place),
  venue: lenient(z.object({ location: Place })),
  contact: lenient(z.object({})),
});
export type Message = z.infer<typeof Message>;

const CallbackQuery = z.object({
  id: z.string(),
  from: Person,
  message: lenient(z.object({ message_id: Id, chat: Chat, date: Seconds })),
  data: lenient(z.string()),
});
export type CallbackQuery = z.infer<typeof CallbackQuery>;

const ChatMemberChange = z.object({
  chat: Chat,
  date: Seconds,
  new_chat_member: z.object({ status: z.string() }),
});
export type ChatMemberChange = z.infer<typeof ChatMemberChange>;

export const Update = z.looseObject({
  update_id: Id,
  message: Message.optional(),
  callback_query: CallbackQuery.optional(),
  my_chat_member: ChatMemberChange.optional(),
});
export type Update = z.infer<typeof Update>;

/** The kinds of update we ask Telegram for. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;
