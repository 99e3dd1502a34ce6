/** Who works in an office, and on which days each of them is away. */
import { z } from 'zod';
import { Day } from './local-time.ts';

/** Whole days on which one worker is away, both included. Why is nobody's business here. */
export const Leave = z
  .strictObject({ worker: z.string(), from: Day, to: Day })
  .refine(({ from, to }) => from <= to, { error: 'leave-reversed', path: ['to'] });
export type Leave = Readonly<z.infer<typeof Leave>>;

export interface Team {
  /** Ids of the workers of the office. */
  readonly workers: readonly string[];
  /** Those of others are passed over. */
  readonly leaves: readonly Leave[];
}

/** The ids of the workers who are not on leave on a day, in the order of the team. */
export function presentOn({ workers, leaves }: Team, day: Day): string[] {
  const away = new Set(leaves.filter(({ from, to }) => from <= day && day <= to).map(({ worker }) => worker));
  return workers.filter((worker) => !away.has(worker));
}
