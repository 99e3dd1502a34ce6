/**
 * Draws docs/images/conversation.svg from a talk with the real assistant, so that the picture never says what the
 * program does not: `node_modules/.bin/node scripts/draw-conversation.ts`.
 */
import { writeFileSync } from 'node:fs';
import { openChat } from '../src/cli/open-chat.ts';

const LINES = ["buongiorno come faccio l'isee?", 'Capurso'];
const PICTURE = new URL('../docs/images/conversation.svg', import.meta.url);
/** What stands in the picture for the address of this machine. */
const SHOWN_ADDRESS = 'https://chat.example.it';

const WIDTH = 440;
const LINE = 20;
const PADDING = 12;
const GAP = 12;
/** Characters in a full line of a bubble: the system's fonts at 14 px, with room to spare. */
const FULL = 46;

interface Block {
  readonly height: number;
  readonly draw: (top: number) => string;
}

const chat = await openChat();
const blocks: Block[] = [];
for (const text of LINES) {
  const { replies } = await chat.say({ kind: 'text', text }, 0);
  blocks.push(bubble(text, 'citizen'));
  for (const reply of replies) {
    blocks.push(bubble(reply.text.replace(/https?:\/\/127\.0\.0\.1(:\d+)?/g, SHOWN_ADDRESS), 'assistant'));
    if (reply.choices.length > 0) blocks.push(buttons(reply.choices.map(({ label }) => label)));
  }
}
await chat.close();
writeFileSync(PICTURE, page(blocks));

function bubble(text: string, who: 'citizen' | 'assistant'): Block {
  const lines = text.split('\n').flatMap(wrap);
  const longest = Math.max(...lines.map((line) => line.length));
  const width = Math.min(WIDTH - 60, longest * 7.6 + 2 * PADDING);
  const left = who === 'citizen' ? WIDTH - width - GAP : GAP;
  const height = lines.length * LINE + 2 * PADDING - 4;
  return {
    height,
    draw: (top) =>
      `<rect class="${who}" x="${left}" y="${top}" width="${width}" height="${height}" rx="12"/>\n` +
      lines
        .map((line, index) => {
          const y = top + PADDING + 12 + index * LINE;
          return line === ''
            ? ''
            : `<text class="${who}" x="${left + PADDING}" y="${y}">${escapeXml(line)}</text>\n`;
        })
        .join(''),
  };
}

function buttons(labels: readonly string[]): Block {
  const rows = Math.ceil(labels.length / 2);
  const width = (WIDTH - 60 - 8) / 2;
  return {
    height: rows * 38 - 6,
    draw: (top) =>
      labels
        .map((label, index) => {
          const alone = index === labels.length - 1 && index % 2 === 0;
          const x = GAP + (index % 2) * (width + 8);
          const y = top + Math.floor(index / 2) * 38;
          const own = alone ? width * 2 + 8 : width;
          return (
            `<rect class="button" x="${x}" y="${y}" width="${own}" height="32" rx="8"/>\n` +
            `<text class="button" x="${x + own / 2}" y="${y + 21}">${escapeXml(label)}</text>\n`
          );
        })
        .join(''),
  };
}

function page(all: readonly Block[]): string {
  let top = GAP;
  const drawn = all.map((block) => {
    const part = block.draw(top);
    top += block.height + GAP;
    return part;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" role="img" aria-label="A conversation with the assistant">
<style>
text { font: 14px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
rect.page { fill: #e8edf2; } rect.citizen { fill: #0b5e3c; } text.citizen { fill: #ffffff; }
rect.assistant { fill: #ffffff; } text.assistant { fill: #17191c; }
rect.button { fill: #e8edf2; stroke: #0059b3; } text.button { fill: #004a94; text-anchor: middle; font-weight: 600; }
@media (prefers-color-scheme: dark) {
rect.page { fill: #15191e; } rect.assistant { fill: #2a3038; } text.assistant { fill: #f2f4f6; }
rect.button { fill: #15191e; stroke: #8cbcf0; } text.button { fill: #a9cdf5; }
}
</style>
<rect class="page" width="${WIDTH}" height="${top}" rx="16"/>
${drawn.join('')}</svg>
`;
}

/** Lines of at most FULL characters, broken at spaces. */
function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > FULL) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
