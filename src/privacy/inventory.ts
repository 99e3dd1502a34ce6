/**
 * What is kept of people, table by table and field by field: why, for how long, how it is erased. `test/repo`
 * compares it with the Prisma schema, so that no table or field is kept without a word here. The Ambito can paste
 * it into its record of processing activities (GDPR art. 30).
 */
import { KEEP_DAYS } from './retention.ts';

export interface FieldEntry {
  readonly why: string;
  /** `sealed`: unreadable without the contact's key. `lookup`: a keyed hash. `code`: no personal content of its own. */
  readonly form: 'sealed' | 'lookup' | 'code';
}

export interface TableEntry {
  readonly holds: string;
  readonly kept: string;
  readonly erased: string;
  readonly fields: Readonly<Record<string, FieldEntry>>;
}

const WITH_THE_TALK = `${KEEP_DAYS} days after the last message of the conversation`;
const BY_CASCADE = 'with its conversation';

const code = (why: string): FieldEntry => ({ why, form: 'code' });
const sealed = (why: string): FieldEntry => ({ why, form: 'sealed' });
const lookup = (why: string): FieldEntry => ({ why, form: 'lookup' });

export const inventory: Readonly<Record<string, TableEntry>> = {
  Contact: {
    holds: 'A person who writes: only the key of their texts, itself sealed.',
    kept: 'as long as a conversation of theirs',
    erased:
      'row deleted: every text, address and memory sealed by its key is unreadable for good, copies included',
    fields: {
      id: code('joins the rows of one person; means nothing elsewhere'),
      keySealed: sealed('opens the texts of this person only'),
      createdAt: code('when they first wrote'),
    },
  },
  Conversation: {
    holds: 'The talk with one person on one channel.',
    kept: WITH_THE_TALK,
    erased: 'row deleted, with its messages, facts and requests',
    fields: {
      id: code('joins the rows of one talk'),
      contactId: code('whose talk it is'),
      channel: code('where to answer'),
      addressHash: lookup('finds the talk again when the person writes'),
      addressSealed: sealed('where to answer: chat id or web session'),
      stateSealed: sealed('language, Comune, last topic, place in the flow: asked once'),
      reachable: code('false when the person blocked us: nothing is sent'),
      lastInboundAt: code('starts the clock of retention'),
      createdAt: code('when the talk began'),
    },
  },
  Message: {
    holds: 'Every message in and out, its text sealed, and how far it got on its way.',
    kept: WITH_THE_TALK,
    erased: BY_CASCADE,
    fields: {
      id: code('order of arrival'),
      conversationId: code('which talk'),
      status: code('received, processed, dead; pending, sent, failed, cancelled'),
      author: code('citizen, assistant or worker'),
      providerIdHash: lookup('drops repeats, matches delivery reports'),
      contentSealed: sealed('what was written or pressed'),
      sentAt: code('when, by the provider'),
      sequence: code('order within a second'),
      createdAt: code('when it was stored'),
      doneAt: code('when it was taken in or sent'),
      turnId: code('which turn took it in or wrote it'),
      attempts: code('how often sending was tried'),
      nextAttemptAt: code('when it is tried again'),
      errorCode: code('why it was not sent, as a code'),
    },
  },
  ConversationEvent: {
    holds: 'What happened in a talk, as codes: which sheet was shown, that a person was asked for.',
    kept: WITH_THE_TALK,
    erased: BY_CASCADE,
    fields: {
      id: code('order'),
      conversationId: code('which talk'),
      turnId: code('which turn'),
      kind: code('what happened'),
      data: code('slugs, areas, reasons; never what somebody wrote'),
      at: code('when'),
    },
  },
  HandoffRequest: {
    holds: 'That a person is wanted, or that a danger was recognised.',
    kept: WITH_THE_TALK,
    erased: BY_CASCADE,
    fields: {
      id: code('names the request'),
      conversationId: code('which talk'),
      reason: code('asked, crisis, not-understood'),
      crisis: code('kind of danger, for the staff who answer'),
      urgency: code('now or soon'),
      comune: code('which front-office'),
      language: code('who can answer'),
      status: code('open or closed'),
      requestedAt: code('waiting clock'),
      closedAt: code('when it ended'),
    },
  },
};
