/** The shape of a flow: one YAML file a conversation, `flows/NAME.yaml`. */
import { z } from 'zod';
import { Step } from '../steps/index.ts';
import { Name } from './target.ts';

export const Flow = z.strictObject({
  /** The same as the file's name. */
  flow: Name,
  /** Goes up with every change of the steps: who is in the middle of an older one is led back kindly. */
  version: z.number().int().min(1),
  /** What it is for, in a line, for who reads the flows. */
  about: z.string().min(1),
  start: Name,
  steps: z.record(Name, Step),
});
export type Flow = z.infer<typeof Flow>;
