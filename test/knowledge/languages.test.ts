/**
 * In which language a message of two to six words is written. The phrases were imagined for this test, before anybody
 * looked at what is recognised; none comes from an evaluation set.
 */
import { describe, expect, test } from 'vitest';
import { createLanguageRecogniser } from '../../src/knowledge/language.ts';
import type { Recognised } from '../../src/knowledge/vocabulary.ts';
import { writtenKnowledge } from './unlearned-library.ts';

const { vocabulary } = await writtenKnowledge('knowledge');
const recognise = createLanguageRecogniser(vocabulary);

const PHRASES: readonly (readonly [Recognised, string, readonly string[]])[] = [
  [
    'it',
    'Italian',
    [
      'dove si trova lo sportello',
      'mia madre è caduta ieri',
      'cerco una badante',
      'non riesco a pagare il gas',
      'quando aprite domani',
      'ho perso il lavoro',
      'serve un appuntamento?',
      "posso venire senza carta d'identità",
      'mi hanno staccato la luce',
      'sono incinta',
    ],
  ],
  [
    'it',
    'Italian of who is learning it, or writes as they speak',
    [
      'io no capire carta',
      'mio marito no lavoro',
      'come fare documento figlio',
      'quanto costare badante',
      'dove io andare domani',
      'no soldi per bolleta',
      'aiuto casa per favore io',
      'bambino mio malato, dottore dove',
      'nn so ke fare',
      'o perzo il laboro',
      'io lavoro no tengo',
      'nn riesko a pagare',
      'ciao io bisogno casa',
      'stamo senza luce',
      'tu parlare piano per favore',
    ],
  ],
  [
    'en',
    'English',
    [
      'where do I sign up',
      'my landlord is kicking us out',
      'need food for my kids',
      'is it free',
      'lost my papers yesterday',
      'how long must I wait',
      'can someone call me back',
      'we have nowhere to sleep',
    ],
  ],
  [
    'fr',
    'French',
    [
      'où se trouve votre bureau',
      'mon fils ne parle pas',
      'je cherche un logement',
      'combien de temps ça prend',
      'quels papiers faut-il apporter',
      'ma mère est tombée malade',
      'nous avons perdu la maison',
      "c'est gratuit ou payant",
    ],
  ],
  [
    'ro',
    'Romanian, with its signs and without',
    [
      'unde trebuie să mă duc',
      'nu am bani de mâncare',
      'copilul meu este bolnav',
      'cât durează dosarul',
      'ce acte îmi trebuie',
      'caut o casă mai ieftină',
      'vreau sa vorbesc cu cineva',
      'fara loc de munca',
    ],
  ],
  [
    'sq',
    'Albanian, with its signs and without',
    [
      'ku ndodhet zyra juaj',
      'djali im është sëmurë',
      'nuk kemi ku të flemë',
      'sa kushton kjo gjë',
      'dua të flas me dikë',
      'kam humbur letrat e mia',
      'a mund të vij nesër',
      'me duhet nje shtepi',
    ],
  ],
  [
    'ar',
    'Arabic',
    [
      'أين أجد المكتب',
      'زوجي مريض جدا',
      'ليس عندي مال للإيجار',
      'كم يستغرق الأمر',
      'ابني لا يتكلم',
      'بغيت نهضر مع شي واحد',
      'ما هي الأوراق المطلوبة',
      'وين بقدر اسأل',
    ],
  ],
  [
    'ar',
    'Arabic in Latin letters',
    [
      'bghit n3ref fin lbiro',
      'ma3andich flous lkra',
      'weldi mrid bzaf',
      'wach khassni chi wra9',
      'chhal ghadi ntsenna',
      'salam khoya bghit lmosa3ada',
      'mrati hamla w ma3ndnach dar',
      'fin ntouma',
      'kifach ndir',
    ],
  ],
  [
    'ka',
    'Georgian',
    [
      'სად არის თქვენი ოფისი',
      'შვილი ავად მყავს',
      'რა საბუთები მჭირდება',
      'ფული არ მაქვს ქირისთვის',
      'როდის მოვიდე ხვალ',
      'დედაჩემი ვეღარ დადის',
      'ვის დავურეკო',
      'სამუშაოს ვეძებ',
    ],
  ],
  [
    'ka',
    'Georgian in Latin letters',
    [
      'sad aris tkveni ofisi',
      'fuli ar maqvs binis qiristvis',
      'ra sabutebi mchirdeba',
      'bavshvi avad myavs',
      'rodis movide xval',
      'samsaxuri davkarge',
      'vis unda davureko',
      'gamarjoba daxmareba mchirdeba',
    ],
  ],
  [
    'es',
    'Spanish, not taken for Italian',
    [
      'dónde está la oficina',
      'mi hijo está enfermo',
      'no puedo pagar la luz',
      'cuánto tiempo tarda esto',
      'busco trabajo de limpieza',
      'qué papeles tengo que llevar',
      'necesito hablar con alguien',
      'no tengo dónde dormir',
    ],
  ],
  [
    'uk',
    'Ukrainian',
    [
      'де знаходиться ваш офіс',
      'моя дитина хворіє',
      'не маю грошей на квартиру',
      'скільки часу чекати',
      'які документи потрібні',
      'хочу поговорити з кимось',
      'мама не може ходити',
      'шукаю роботу',
    ],
  ],
];

describe.each(PHRASES)('%s: %s', (language, _what, phrases) => {
  test.each(phrases)('%s', (phrase) => {
    expect(recognise(phrase)).toBe(language);
  });

  test('capitals, marks and emoji make no difference', () => {
    for (const phrase of phrases) {
      expect(recognise(`${phrase.toUpperCase()}!!! 🙏`), phrase).toBe(language);
      expect(recognise(`  «${phrase}»… `), phrase).toBe(language);
    }
  });

  test('nor does the way accents are made', () => {
    for (const phrase of phrases) {
      expect(recognise(phrase.normalize('NFD')), phrase).toBe(language);
      expect(recognise(phrase.normalize('NFC')), phrase).toBe(language);
    }
  });
});

describe('nothing is told from', () => {
  test.each([
    [
      'names alone',
      [
        'Maria Rossi',
        'Marco Bianchi',
        'Anna De Luca',
        'Rosa Di Marzio',
        'Ahmed',
        'Fatima El Idrissi',
        'Mohamed Alì',
        'Mamadou Diallo',
        'Ion Popescu',
        'Ina Pop',
        'Arben Hoxha',
        'Giorgi Beridze',
        'Olena Kovalenko',
        'José',
        'Carmen de la Cruz',
        'Marie Le Gall',
        'John Smith',
        'Wei Chen',
      ],
    ],
    ['numbers alone', ['1', '2026', '730', '2 3 4', '1.500,00', '€ 300', '12/05/1980', 'A12 34 B', '+39']],
    ['emoji and marks alone', ['🙏🙏', '😭😭😭', '👍🏽', '❤️', '👨‍👩‍👧', '...', '???', '!!!', '+']],
    ['nothing', ['', ' ', '\n', '\u200b', '\u0000', '\uD83D']],
  ])('%s', (_what, texts) => {
    for (const text of texts) expect(recognise(text), JSON.stringify(text)).toBeNull();
  });
});

test('a word of a service in the middle of a phrase does not make it Italian', () => {
  for (const [language, phrase] of [
    ['en', 'where do I get the ISEE'],
    ['fr', 'je cherche le CAF'],
    ['ro', 'ce acte pentru ISEE'],
    ['sq', 'ku e bej ISEE'],
    ['ar', 'fin ndir ISEE'],
    ['es', 'necesito hacer el ISEE'],
    ['uk', 'де зробити ISEE'],
    ['ka', 'სად გავაკეთო ISEE'],
  ]) {
    expect(recognise(phrase ?? ''), phrase).toBe(language);
  }
});
