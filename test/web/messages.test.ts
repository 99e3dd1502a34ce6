import { describe, expect, test } from 'vitest';
import { WEBCHAT_MESSAGES } from '../../src/channels/webchat/messages.ts';
import { countWords, readability, sentences } from '../../src/lib/readability.ts';
import { ACCESSIBILITY_MESSAGES } from '../../src/public-pages/accessibility-messages.ts';
import { PAGES_MESSAGES } from '../../src/public-pages/messages.ts';
import { NOTICE_MESSAGES, noticeSections } from '../../src/public-pages/notice-messages.ts';
import { WEB_MESSAGES } from '../../src/web/messages.ts';

const FACTS = {
  controller: 'Comune di Prova',
  contact: 'info',
  dpo: 'dpo',
  retentionDays: 90,
  cookieDays: 7,
};
const PARTS = {
  'every page': WEB_MESSAGES,
  'the web chat': WEBCHAT_MESSAGES,
  'the public pages': PAGES_MESSAGES,
  'the privacy notice': [
    NOTICE_MESSAGES,
    noticeSections(FACTS),
    noticeSections({ controller: null, contact: null, dpo: null }),
  ],
  'the accessibility page': [ACCESSIBILITY_MESSAGES, ACCESSIBILITY_MESSAGES.feedback(undefined)],
};
/** The names of laws are what they are. */
const LAW = /^Le norme sono:/;

describe.each(Object.entries(PARTS))('the words of %s', (_name, part) => {
  const texts = textsOf(part).filter((text) => !LAW.test(text));

  test('are easy to read all together', () => {
    expect(readability(texts.join('\n')).score).toBeGreaterThanOrEqual(80);
  });

  test('are easy to read one by one, labels aside', () => {
    const hard = texts
      .filter((text) => countWords(text) >= 6)
      .map((text) => ({ text, score: Math.round(readability(text).score) }))
      .filter(({ score }) => score < 80);
    expect(hard).toEqual([]);
  });

  test('are in short sentences, without capitals that shout', () => {
    const long = texts.flatMap(sentences).filter((sentence) => countWords(sentence) > 20);
    expect(long).toEqual([]);
    expect(texts.filter((text) => /\b[A-ZÀ-Ù]{6,}\b/.test(text))).toEqual([]);
  });
});

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (value !== null && typeof value === 'object') return Object.values(value).flatMap(textsOf);
  return [];
}
