/** What was said in a turn, as one message; more than one only past the limit. */
import { cut } from './clean.ts';
import type { MessageSaid } from './events/message-said.ts';
import { LIMITS } from './limits.ts';
import type { Question } from './run.ts';

/** Paragraphs joined by an empty line, the question last; the choices go with the last message. */
export function toMessages(paragraphs: readonly string[], question: Question): MessageSaid[] {
  const parts = [...paragraphs, question.text].filter((part) => part !== '').flatMap(pieces);
  const texts: string[] = [];
  for (const part of parts) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + 2 + part.length <= LIMITS.reply) {
      texts[texts.length - 1] = `${last}\n\n${part}`;
    } else texts.push(part);
  }
  return texts.map((text, at) => ({
    kind: 'message-said',
    text,
    choices: at === texts.length - 1 ? question.choices : [],
  }));
}

/** A paragraph too long for a message, split at a line or sentence end, else at a space, else where it must. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > LIMITS.reply) {
    const head = cut(rest, LIMITS.reply);
    const at = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('. ') + 1);
    const end = at > 0 ? at : Math.max(head.lastIndexOf(' '), 0) || head.length;
    found.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return [...found, rest].filter((piece) => piece !== '');
}
