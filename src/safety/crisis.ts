/** The contract of crisis recognition: see `recognise.ts`. */
export const CRISIS_KINDS = [
  'suicide',
  'violence',
  'child',
  'medical',
  'overdose',
  'missing',
  'elder',
  'homeless-tonight',
  'hunger',
  'trafficking',
  'threat',
] as const;
export type CrisisKind = (typeof CRISIS_KINDS)[number];

/** `now`: life, safety or shelter at stake in minutes or hours. `soon`: serious and going on, to be met today. */
export type Urgency = 'now' | 'soon';

export interface CrisisFinding {
  readonly kind: CrisisKind;
  readonly urgency: Urgency;
  /** What tells the kind: a rule of words, or likeness to cries of that kind, which knows the danger better than the kind. */
  readonly by: 'rule' | 'likeness';
  /** The language the matching pattern is written in: the reply's language when the writer's is unknown. Null: no pattern. */
  readonly language: string | null;
  /** Which pattern matched, and the reason its author gave: for staff and for tests, never for logs with the text. */
  readonly pattern: string;
  readonly why: string;
}
