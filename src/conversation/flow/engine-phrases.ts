/** The phrases and labels that the engine itself says; each must exist in Italian. */
import { CRISIS_KINDS } from '../../safety/crisis.ts';
import { ALWAYS } from '../choices.ts';
import { MEDIA } from '../input.ts';
import { ASPECTS, type Smalltalk } from '../ports.ts';

const SMALLTALK: { readonly [K in Smalltalk]: true } = {
  greeting: true,
  thanks: true,
  goodbye: true,
  'how-are-you': true,
  'who-are-you': true,
  compliment: true,
  insult: true,
};

export const ENGINE_PHRASES: readonly string[] = [
  'benvenuto.presentazione',
  'comune.grazie',
  'crisi.ancora',
  'crisi.chi-sono',
  'crisi.ricorda',
  'dati.codice-fiscale',
  'guaio',
  'lingua.fatto',
  'media.con-testo',
  'non-capito',
  'ripartenza',
  'scelta.numero',
  'scelta.vecchia',
  'scheda.controllata',
  'scheda.in-italiano',
  'scheda.traduzione',
  'scheda.manca',
  'scheda.solo-breve',
  'scheda.stato',
  'stop.fatto',
  'ufficio.altro',
  'ufficio.noi',
  ...Object.keys(SMALLTALK).map((kind) => `parole.${kind}`),
  ...[...MEDIA, 'location', 'contact', 'unsupported'].map((media) => `media.${media}`),
];

/** Said instead of the plain phrase when they exist: one for each kind of danger. */
export const OPTIONAL_PHRASES: readonly string[] = CRISIS_KINDS.flatMap((kind) => [
  `crisi.ancora.${kind}`,
  `crisi.ricorda.${kind}`,
]);

export const ENGINE_LABELS: readonly string[] = [
  ...Object.values(ALWAYS),
  ...ASPECTS.map((aspect) => `aspetto.${aspect}`),
];
