/** Conversations with memory, turn by turn, through the whole application: metric 6 of an evaluation folder. */
import { z } from 'zod';
import { normalise } from '../../lib/words.ts';
import { openChat } from '../open-chat.ts';

const Turn = z.looseObject({
  user: z.string().min(1),
  /** Each entry occurs in the reply; `|` parts alternatives. */
  must_include: z.array(z.string()),
  /** None occurs in the reply. */
  must_not_include: z.array(z.string()),
});
export const DialogueItem = z.looseObject({
  id: z.string(),
  title: z.string(),
  turns: z.array(Turn).min(1),
});
export type DialogueItem = z.infer<typeof DialogueItem>;
type Turn = z.infer<typeof Turn>;

export interface FailingTurn {
  readonly id: string;
  /** From 1. */
  readonly turn: number;
  readonly user: string;
  readonly missing: readonly string[];
  readonly unwanted: readonly string[];
  readonly reply: string;
}

export interface DialogueMeasures {
  readonly dialogues: number;
  readonly whole: number;
  readonly turns: number;
  readonly failing: readonly FailingTurn[];
}

/** Plays each dialogue as a new citizen; what was failed is listed with the reply. */
export async function playDialogues(items: readonly DialogueItem[]): Promise<DialogueMeasures> {
  if (items.length === 0) return { dialogues: 0, whole: 0, turns: 0, failing: [] };
  const chat = await openChat();
  const failing: FailingTurn[] = [];
  try {
    for (const { id, turns } of items) {
      chat.startOver();
      for (const [place, turn] of turns.entries()) {
        const { replies } = await chat.say({ kind: 'text', text: turn.user }, 0);
        const reply = replies
          .flatMap(({ text, choices }) => [text, ...choices.map(({ label }) => label)])
          .join('\n');
        const { missing, unwanted } = judgeTurn(turn, reply);
        if (missing.length + unwanted.length > 0)
          failing.push({ id, turn: place + 1, user: turn.user, missing, unwanted, reply });
      }
    }
  } finally {
    await chat.close();
  }
  const failed = new Set(failing.map(({ id }) => id));
  const turns = items.reduce((sum, item) => sum + item.turns.length, 0);
  return { dialogues: items.length, whole: items.length - failed.size, turns, failing };
}

/** Pure: what of a turn's wanted words is missing from a reply, and what it should not hold. */
export function judgeTurn(
  { must_include: wanted, must_not_include: unwanted }: Turn,
  reply: string,
): { readonly missing: string[]; readonly unwanted: string[] } {
  const text = normalise(reply);
  const occurs = (words: string): boolean => {
    const sought = normalise(words);
    return /^\d+$/.test(sought) ? new RegExp(`(?<!\\d)${sought}(?!\\d)`).test(text) : text.includes(sought);
  };
  return {
    missing: wanted.filter((entry) => !entry.split('|').some(occurs)),
    unwanted: unwanted.filter(occurs),
  };
}
