/**
 * `npm run -s ask -- --jsonl < questions`: each stdin line `{"id","text","lang"?}` gives one stdout line, in the same
 * order. A bad line gives `{"line":n,"error":…}` in its place and exit code 1 at the end; the others are answered.
 */
import { text as readAll } from 'node:stream/consumers';
import { readLines } from './lines.ts';
import { openForCommand } from './open.ts';
import { Question, replyTo } from './reply.ts';

if (!process.argv.includes('--jsonl')) {
  console.error(
    'Usage: npm run -s ask -- --jsonl < questions.jsonl\nEach line: {"id": "1", "text": "come faccio l\'ISEE?"}',
  );
  process.exit(2);
}

const lines = readLines(await readAll(process.stdin), Question);
const content = await openForCommand();
const questions = lines.flatMap((line) => ('value' in line ? [line.value] : []));
const replies = (await replyTo(questions, content)).values();
for (const line of lines) {
  if ('fault' in line) {
    console.error(line.fault);
    process.exitCode = 1;
    process.stdout.write(`${JSON.stringify({ line: line.line, error: line.fault })}\n`);
  } else {
    process.stdout.write(`${JSON.stringify(replies.next().value)}\n`);
  }
}
