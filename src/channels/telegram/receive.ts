import type { IncomingContent, IncomingMessage, MediaKind } from '../channel.ts';
import type { CallbackQuery, ChatMemberChange, Media, Message, Update } from './schema.ts';

/** A button was pressed: the spinner has to be stopped, and the keyboard of that message taken away. */
export interface Press {
  readonly queryId: string;
  /** Null when Telegram no longer lets us edit it. */
  readonly keyboard: { readonly chatId: number; readonly messageId: number } | null;
}

export type Received =
  | { readonly kind: 'message'; readonly message: IncomingMessage; readonly press: Press | null }
  /** Nobody is owed an answer. `reason` is a word for the counters. */
  | { readonly kind: 'ignored'; readonly reason: string };

/**
 * An update in our words; pure. `now` dates what Telegram does not date.
 *
 * The order among messages of one second is `update_id`, which Telegram meant for it and which, unlike `message_id`,
 * a pressed button has too.
 */
export function toReceived(update: Update, now: Date): Received {
  if (update.message !== undefined) return fromMessage(update, update.message, now);
  if (update.callback_query !== undefined) return fromPress(update, update.callback_query, now);
  if (update.my_chat_member !== undefined) return fromMembership(update, update.my_chat_member);
  // A corrected message is no new turn: the first wording was answered already, and a moving live location would be
  // dozens of them. Who corrected something that matters writes again.
  const reason = Object.keys(update).find((key) => key !== 'update_id' && update[key] !== undefined);
  return { kind: 'ignored', reason: reason ?? 'empty' };
}

function fromMessage(update: Update, message: Message, now: Date): Received {
  // Groups get nothing, not even a polite line: everybody in the group would read it, saying it once needs a memory of
  // the group, and anybody could add us to make us speak. Joining groups is switched off with BotFather.
  if (message.chat.type !== 'private') return { kind: 'ignored', reason: 'not-private' };
  const content = toContent(message);
  if (content === null) return { kind: 'ignored', reason: 'service-message' };
  const languageHint = message.from?.language_code;
  return {
    kind: 'message',
    press: null,
    message: {
      channel: 'telegram',
      providerMessageId: String(update.update_id),
      address: String(message.chat.id),
      sentAt: message.date > 0 ? new Date(message.date * 1_000) : now,
      sequence: update.update_id,
      ...(languageHint === undefined ? {} : { languageHint }),
      content,
    },
  };
}

function fromPress(update: Update, query: CallbackQuery, now: Date): Received {
  const { message, data } = query;
  if (message !== undefined && message.chat.type !== 'private')
    return { kind: 'ignored', reason: 'not-private' };
  const languageHint = query.from.language_code;
  return {
    kind: 'message',
    press: {
      queryId: query.id,
      keyboard:
        message !== undefined && message.date > 0
          ? { chatId: message.chat.id, messageId: message.message_id }
          : null,
    },
    message: {
      channel: 'telegram',
      providerMessageId: String(update.update_id),
      // In a private chat the chat's id is the person's.
      address: String(message?.chat.id ?? query.from.id),
      // Telegram does not date a press. Whole seconds, as its dates are, so that `sequence` can decide.
      sentAt: new Date(Math.floor(now.getTime() / 1_000) * 1_000),
      sequence: update.update_id,
      ...(languageHint === undefined ? {} : { languageHint }),
      content:
        data === undefined ? { kind: 'unsupported', what: 'button' } : { kind: 'choice', choiceId: data },
    },
  };
}

function fromMembership(update: Update, change: ChatMemberChange): Received {
  const { status } = change.new_chat_member;
  const isKnown = status === 'kicked' || status === 'member';
  if (change.chat.type !== 'private' || !isKnown) return { kind: 'ignored', reason: 'membership' };
  return {
    kind: 'message',
    press: null,
    message: {
      channel: 'telegram',
      providerMessageId: String(update.update_id),
      address: String(change.chat.id),
      sentAt: new Date(change.date * 1_000),
      sequence: update.update_id,
      content: { kind: 'membership', change: status === 'kicked' ? 'left' : 'returned' },
    },
  };
}

/** Null for Telegram's own notices (a pinned message, a new timer): the citizen said nothing. */
function toContent(message: Message): IncomingContent | null {
  if (message.text !== undefined) return { kind: 'text', text: message.text };
  const place = message.location ?? message.venue?.location;
  if (place !== undefined) return { kind: 'location', ...place };
  if (message.contact !== undefined) return { kind: 'contact' };
  return toMedia(message) ?? toUnsupported(message);
}

function toMedia(message: Message): IncomingContent | null {
  const photo = message.photo?.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
  // A GIF comes as `animation` and once more as `document`.
  const found: readonly [MediaKind, Media | undefined][] = [
    ['voice', message.voice],
    ['audio', message.audio],
    ['image', photo === undefined ? undefined : { ...photo, mime_type: 'image/jpeg' }],
    ['video', message.video ?? message.video_note ?? message.animation],
    ['document', message.document],
    ['sticker', message.sticker],
  ];
  for (const [media, file] of found) {
    if (file === undefined) continue;
    return {
      kind: 'media',
      media,
      ...(message.caption === undefined ? {} : { caption: message.caption }),
      ...(file.mime_type === undefined ? {} : { mime: file.mime_type }),
      ...(file.file_size === undefined ? {} : { size: file.file_size }),
      ...(file.duration === undefined ? {} : { durationS: file.duration }),
      ref: file.file_id,
    };
  }
  return null;
}

/** What accompanies a message and does not say its kind. */
const ACCOMPANYING =
  /^(message_id|message_thread_id|from|sender_.*|date|chat|forward_.*|is_.*|reply_.*|external_reply|quote|via_bot|edit_date|has_.*|media_group_id|author_signature|business_connection_id|link_preview_options|effect_id|show_caption_.*|entities|caption|caption_entities|paid_star_count|direct_messages_topic|suggested_post_info)$/;

/** Notices Telegram writes into the chat by itself. */
const NOTICES =
  /^(pinned_message|message_auto_delete_timer_changed|write_access_allowed|chat_background_set|chat_owner_.*|new_chat_.*|left_chat_.*|delete_chat_photo|group_chat_created|supergroup_chat_created|channel_chat_created|migrate_.*|proximity_alert_triggered|boost_added|forum_.*|general_forum_.*|giveaway.*|video_chat_.*|users_shared|chat_shared|connected_website|direct_message_price_changed|paid_message_price_changed|suggested_post_.*)$/;

function toUnsupported(message: Message): IncomingContent | null {
  const kinds = Object.keys(message).filter((key) => !ACCOMPANYING.test(key));
  if (kinds.some((key) => NOTICES.test(key))) return null;
  return { kind: 'unsupported', what: kinds[0] ?? 'unknown' };
}
