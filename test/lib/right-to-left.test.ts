import { describe, expect, test } from 'vitest';
import { isolated, marked } from '../../src/lib/right-to-left.ts';

/** The marks as signs that can be seen. */
const SEEN = new Map([
  ['\u2066', '['],
  ['\u2069', ']'],
  ['\u200e', '→'],
  ['\u200f', '←'],
]);
const seen = (text: string): string =>
  text.replace(/[\u2066\u2069\u200e\u200f]/g, (mark) => SEEN.get(mark) ?? '');

describe('on a page', () => {
  test.each([
    ['أو CNS. SPID هو دخولك.', 'أو [CNS]. [SPID] هو دخولك.'],
    ['هي Carta Nazionale dei Servizi.', 'هي [Carta Nazionale dei Servizi].'],
    ['إلى CAF (Centro di Assistenza Fiscale) مع', 'إلى [CAF (Centro di Assistenza Fiscale)] مع'],
    ['الهوية (documento, codice fiscale)', 'الهوية ([documento, codice fiscale])'],
    ['ISEE، INPS', '[ISEE]، [INPS]'],
    ['إليك: 02 2327 2327، كل يوم من 9 إلى 24.', 'إليك: [02 2327 2327]، كل يوم من 9 إلى 24.'],
    ['803 164 (da fisso) o 06 164 164 (da cellulare)', '[803 164 (da fisso) o 06 164 164 (da cellulare)]'],
    ['على 1522.eu. من +39 080 1', 'على [1522.eu]. من [+39 080 1]'],
    ['في 24/11/2026: https://x.example/a?b=1.', 'في 24/11/2026: [https://x.example/a?b=1].'],
    ["Ministero dell'Interno", "[Ministero dell'Interno]"],
  ])('%s', (text, expected) => {
    expect(seen(isolated(text, 'ar'))).toBe(expected);
  });

  test('texts from left to right are as they were', () => {
    expect(isolated('Vai al CAF. Chiama 02 2327 2327.', 'it')).toBe('Vai al CAF. Chiama 02 2327 2327.');
  });
});

describe('in plain text', () => {
  test.each([
    ['أو CNS. SPID هو دخولك.', 'أو CNS.← SPID هو دخولك.'],
    ['اذهب إلى مركز CAF.', 'اذهب إلى مركز CAF.←'],
    ['مركز CAF (Centro di Assistenza Fiscale).', 'مركز CAF (Centro di Assistenza Fiscale).←'],
    ['CNS هي ورقة', '←CNS هي ورقة'],
    ['• PUA هي ورقة', '←• PUA هي ورقة'],
    ['إليك: 02 2327 2327، كل يوم', 'إليك: →02 2327 2327، كل يوم'],
    ['محادثة 1522.eu أو', 'محادثة →1522.eu أو'],
    ['من +39 080 1 أو 112. هنا', 'من →+39 080 1 أو 112. هنا'],
    ['02 2327 2327 للحديث', '←→02 2327 2327 للحديث'],
    ['في 24/11/2026: https://x.example/a', 'في 24/11/2026:← https://x.example/a'],
    ['اقرأ https://x.example/a. INPS', 'اقرأ https://x.example/a. INPS'],
    ['الهوية (documento, codice fiscale)', 'الهوية (documento, codice fiscale)'],
    ['العنوان\nVai al CAF. Porta i documenti.\nCAF هو', 'العنوان\nVai al CAF. Porta i documenti.\n←CAF هو'],
  ])('%s', (text, expected) => {
    expect(seen(marked(text, 'ar'))).toBe(expected);
  });

  test('in a language from left to right a text is as it was', () => {
    expect(marked('Vai al CAF. Scrivi العربية.', 'it')).toBe('Vai al CAF. Scrivi العربية.');
  });
});
