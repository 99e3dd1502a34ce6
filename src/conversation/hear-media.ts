/** What is not text: recorded, and said honestly that the assistant cannot open it. */
import type { Input } from './input.ts';
import { emit, type Run, say } from './run.ts';

type NotText = Exclude<Input, { kind: 'text' } | { kind: 'choice' }>;

/** @param hasWords whether words came with it: then those are answered */
export function hearMedia(run: Run, input: NotText, hasWords: boolean): void {
  const media = input.kind === 'media' ? input.media : input.kind;
  emit(run, { kind: 'media-received', media });
  say(run, hasWords ? 'media.con-testo' : `media.${media}`);
}
