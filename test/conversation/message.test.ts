import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIMITS } from '../../src/conversation/limits.ts';
import { toMessages } from '../../src/conversation/message.ts';

const choices = [{ id: 'sempre.persona', label: 'Una persona' }];

test('paragraphs are joined by an empty line, the question last, in one message', () => {
  expect(toMessages(['Uno.', 'Due.'], { text: 'Tre?', choices })).toEqual([
    { kind: 'message-said', text: 'Uno.\n\nDue.\n\nTre?', choices },
  ]);
});

test('past the limit the choices go with the last message, and no word is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 9_000 }), { minLength: 1, maxLength: 5 }),
      (texts) => {
        const said = toMessages(texts, { text: 'E poi?', choices });
        for (const [at, message] of said.entries()) {
          expect(message.text.length).toBeLessThanOrEqual(LIMITS.reply);
          expect(message.choices).toEqual(at === said.length - 1 ? choices : []);
        }
        const letters = (text: string): string => text.replace(/\s+/g, '');
        expect(letters(said.map(({ text }) => text).join(''))).toBe(letters(`${texts.join('')}E poi?`));
      },
    ),
    { numRuns: 50 },
  );
});

test('a long paragraph is split after a line or a sentence', () => {
  const sentence = 'Questa è una frase di prova. ';
  const [first] = toMessages([sentence.repeat(200)], { text: '', choices });
  expect(first?.text.endsWith('prova.')).toBe(true);
});
