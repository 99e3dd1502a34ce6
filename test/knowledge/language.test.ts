import { describe, expect, test } from 'vitest';
import { createAspects } from '../../src/knowledge/aspect.ts';
import { createLanguageRecogniser, spokenLanguage } from '../../src/knowledge/language.ts';
import { realContent } from '../support/real-content.ts';

const { vocabulary } = (await realContent()).base();
const recognise = createLanguageRecogniser(vocabulary);
const aspects = createAspects(vocabulary);

describe('language', () => {
  test.each([
    ['it', 'mia figlia non trova lavoro'],
    ['it', 'quanto costa?'],
    ['en', 'where can I pay the rent?'],
    ['en', 'my husband is sick'],
    ['fr', "je n'ai plus de travail"],
    ['ro', 'am nevoie de ajutor cu chiria'],
    ['sq', 'nuk kam pune, ku duhet te shkoj'],
    ['ka', 'სად მივიდე?'],
    ['ka', 'gamarjoba, sad unda mivide'],
    ['ar', 'اين المكتب؟'],
    ['ar', 'salam, fin kayn lmaktab'],
    ['es', 'no tengo trabajo, necesito ayuda'],
    ['uk', 'де знайти роботу'],
  ])('%s: %s', (language, text) => {
    expect(recognise(text)).toBe(language);
  });

  test('a word that proves nothing, a number or an empty text are not recognised', () => {
    for (const text of ['ISEE', '104', '', '👍', 'Capurso']) expect(recognise(text)).toBeNull();
  });

  test('only the languages that the assistant speaks are given out', () => {
    expect(spokenLanguage(recognise('no tengo trabajo, necesito ayuda'))).toBeNull();
    expect(spokenLanguage(recognise('де знайти роботу'))).toBeNull();
    expect(spokenLanguage('sq')).toBe('sq');
  });
});

describe('aspect', () => {
  test.each([
    ['what', "che cos'è il libretto famiglia?"],
    ['who', 'possono chiederlo anche gli studenti?'],
    ['who', 'quali requisiti ci vogliono?'],
    ['how', 'in che modo si presenta?'],
    ['how', 'come lo rinnovo?'],
    ['documents', 'ke documenti servono'],
    ['documents', 'cosa devo portare allo sportello?'],
    ['cost', 'quanto si paga?'],
    ['cost', 'è gratis o no'],
    ['times', 'entro quando va fatto?'],
    ['times', 'quanto ci vuole per avere la risposta?'],
    ['where', 'a chi mi rivolgo?'],
    ['where', 'dv si fa?'],
    ['contact', 'mi date il numero di telefono'],
    ['contact', 'vorrei fissare un appuntamento'],
    ['amount', 'quanti soldi danno?'],
    ['amount', 'quanto mi spetta al mese'],
    ['status', 'la mia domanda è stata respinta'],
    ['status', 'non mi hanno ancora pagato'],
    [null, 'buongiorno'],
    [null, 'ho due gemelli'],
  ])('%s: %s', (aspect, text) => {
    expect(aspects.find(text, 'it')).toBe(aspect);
  });

  test.each([
    ['en', 'documents', 'which documents do I need?'],
    ['fr', 'where', 'où est le bureau ?'],
    ['ro', 'cost', 'cât costă?'],
    ['sq', 'times', 'sa kohe zgjat?'],
    ['ka', 'how', 'როგორ გავაკეთო?'],
    ['ar', 'where', 'فين المكتب؟'],
    ['es', 'who', '¿quién puede pedirlo?'],
    ['uk', 'where', 'куди йти?'],
  ] as const)('%s, %s: %s', (language, aspect, text) => {
    expect(aspects.find(text, language)).toBe(aspect);
  });

  test('of two, the one in the question', () => {
    expect(aspects.find('Dove lavoro non lo sanno. Quanto costa?', 'it')).toBe('cost');
  });
});
