/**
 * `npm run chat`: talk to the assistant in the terminal; `-- --jsonl` for programs. An in-memory database, the real
 * pipeline, a clock that can be moved. In JSON Lines each input line gives exactly one output line.
 */
import { createInterface } from 'node:readline';
import type { IncomingContent, OutgoingMessage } from '../channels/channel.ts';
import { readChatLine } from './chat-input.ts';
import { openChat } from './open-chat.ts';

const jsonl = process.argv.includes('--jsonl');
const chat = await openChat();
const lines = createInterface({ input: process.stdin, terminal: false });
let turn = 0;

if (!jsonl) {
  console.log('Scrivi come un cittadino. Ctrl+D per finire.');
  process.stdout.write('\n> ');
}
for await (const line of lines) {
  turn += 1;
  if (jsonl) console.log(JSON.stringify(await answer(line)));
  else if (line.trim() !== '') await converse({ kind: 'text', text: line });
  if (!jsonl) process.stdout.write('\n> ');
}
await chat.close();

async function answer(line: string): Promise<object> {
  const read = readChatLine(line);
  if (!read.ok) return { turn, replies: [], events: [], error: read.error };
  const { replies, events } = await chat.say(read.content, read.afterMs);
  return { turn, replies: replies.map(shown), events };
}

async function converse(content: IncomingContent): Promise<void> {
  const { replies } = await chat.say(content, 0);
  for (const reply of replies) {
    console.log(`\n${reply.text}`);
    reply.choices.forEach((choice, index) => {
      console.log(`  ${index + 1}. ${choice.label}`);
    });
  }
}

function shown({ text, choices }: OutgoingMessage): object {
  return { text, choices: choices.map(({ id, label }) => ({ id, label })) };
}
