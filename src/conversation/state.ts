/** What the assistant remembers of one conversation: versioned JSON, sealed at rest. */
import { z } from 'zod';
import { LANGUAGES } from '../lib/language.ts';
import { CRISIS_KINDS } from '../safety/crisis.ts';
import { ASPECTS } from './ports.ts';

export const STATE_VERSION = 1;

export const COMUNI = ['Adelfia', 'Capurso', 'Cellamare', 'Triggiano', 'Valenzano'] as const;
export type Comune = (typeof COMUNI)[number];

/** Where the conversation stands in a flow: the step whose answer is awaited. */
export const Position = z.strictObject({
  flow: z.string(),
  version: z.number().int(),
  step: z.string(),
});
export type Position = Readonly<z.infer<typeof Position>>;

/** Where to go on when a called flow ends. `again`: it is a question already put once, to be asked briefly. */
export const Return = z.strictObject({ position: Position, again: z.boolean() });
export type Return = Readonly<z.infer<typeof Return>>;

/** What the citizen told us of themselves; each is asked at most once. `elsewhere`: not of this Ambito. */
export const Profile = z.strictObject({
  comune: z.enum([...COMUNI, 'elsewhere']).exactOptional(),
  language: z.enum(LANGUAGES).exactOptional(),
  /** True when the citizen named the language: then it is not changed by what they write. */
  languageChosen: z.boolean(),
});
export type Profile = Readonly<z.infer<typeof Profile>>;

/** The last sheet that was shown, so that "e quanto costa?" is understood. */
export const Topic = z.strictObject({
  sheet: z.string(),
  aspect: z.enum(ASPECTS).nullable(),
  /** Shown in the form for who reads with difficulty. */
  simple: z.literal(true).exactOptional(),
});
export type Topic = Readonly<z.infer<typeof Topic>>;

export const OfferedChoice = z.strictObject({
  id: z.string(),
  label: z.string(),
  words: z.array(z.string()).readonly(),
});
export type OfferedChoice = Readonly<z.infer<typeof OfferedChoice>>;

export const ConversationState = z.strictObject({
  version: z.literal(STATE_VERSION),
  /** The step that waits for an answer; null when none does. */
  waiting: Position.nullable(),
  /** How many times the waiting step has been asked again after something else was answered. */
  insisted: z.number().int(),
  /** Where "indietro" goes, latest last; bounded. */
  trail: z.array(Position).readonly(),
  /** Where to go on when the flow that runs has ended, latest last; bounded. */
  returns: z.array(Return).readonly(),
  profile: Profile,
  topic: Topic.nullable(),
  /** Sheets that were shown or offered before, latest first: the talk may come back to them. Bounded. */
  earlier: z.array(z.string()).readonly().default([]),
  /** The sheets among which the citizen is asked to choose, and the aspect of the question that was unclear. */
  clarifying: z
    .strictObject({
      options: z.array(z.string()).readonly(),
      aspect: z.enum(ASPECTS).nullable(),
      /** They said once that they did not understand the choice. */
      explained: z.literal(true).exactOptional(),
    })
    .nullable(),
  /** The choices of the last question put to the citizen, by id, in order: a typed "2" means the second. */
  offered: z.array(OfferedChoice).readonly(),
  /** A question set aside while the language is asked or a danger is met; answered or forgotten right after. */
  pending: z.string().nullable(),
  /** How many messages in a row were not understood. */
  misses: z.number().int(),
  /** True once the citizen was told that an automatic assistant answers. */
  welcomed: z.boolean(),
  /** The last danger that was recognised, since when (ISO time), and how many reminders are still due. */
  crisis: z
    .strictObject({ kind: z.enum(CRISIS_KINDS), at: z.string(), reminders: z.number().int() })
    .nullable(),
  /** Set by "stop": nothing is sent until the citizen writes again. */
  stopped: z.boolean(),
});
export type ConversationState = Readonly<z.infer<typeof ConversationState>>;

export function newState(): ConversationState {
  return {
    version: STATE_VERSION,
    waiting: null,
    insisted: 0,
    trail: [],
    returns: [],
    profile: { languageChosen: false },
    topic: null,
    earlier: [],
    clarifying: null,
    offered: [],
    pending: null,
    misses: 0,
    welcomed: false,
    crisis: null,
    stopped: false,
  };
}

/** A stored state. One that cannot be read any more (written by a newer version, damaged) is null: begin anew. */
export function readState(stored: unknown): ConversationState | null {
  const parsed = ConversationState.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
