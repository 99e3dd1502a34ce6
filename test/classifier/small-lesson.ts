/** A lesson of three classes that takes milliseconds. */
import type { Lesson } from '../../src/classifier/lesson.ts';

export const SAID: Readonly<Record<string, readonly string[]>> = {
  casa: [
    'cerco una casa in affitto',
    'non riesco a pagare l’affitto di casa',
    'il padrone di casa mi manda via',
    'mi hanno dato lo sfratto',
    'vivo in una casa troppo piccola',
    'chi aiuta con l’affitto?',
  ],
  lavoro: [
    'ho perso il lavoro',
    'cerco un lavoro qualsiasi',
    'sono disoccupato da un anno',
    'mi hanno licenziato dal lavoro',
    'vorrei un corso per lavorare',
    'il mio capo non mi paga il lavoro',
  ],
  salute: [
    'mia madre è malata',
    'serve una visita dal medico',
    'sono malato e non posso uscire',
    'il medico dice che serve una visita',
    'ho una malattia rara',
    'mio padre è malato da mesi',
  ],
};

export function smallLesson(said: typeof SAID = SAID): Lesson {
  return {
    classes: Object.keys(said),
    messages: Object.entries(said).flatMap(([name, texts]) =>
      texts.map((text) => ({ text, classes: [name], weight: 1 })),
    ),
    spellings: { ksa: 'casa' },
    options: { rounds: 8, step: 0.5, decay: 1e-6, least: 1 },
  };
}
