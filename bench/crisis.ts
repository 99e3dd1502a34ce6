/**
 * How the time of crisis recognition grows with the length of the text: `node bench/crisis.ts`.
 * A ratio near 2 for each doubling is linear; the texts are the worst we could think of, and an ordinary one.
 */
import { openForCommand } from '../src/cli/understanding/open.ts';

const { recogniseCrisis } = (await openForCommand()).core();

const PIECES: Readonly<Record<string, string>> = {
  ordinary: 'vorrei sapere quando aprono le domande per il bonus nido e quali documenti servono. ',
  'near cries':
    'mio marito non mi ha mai dato i soldi per i bambini e ho paura che stasera non torna a casa. ',
  'one word': 'mi ',
  'fillers only': 'davvero proprio ',
  negations: 'non voglio ',
  'single letters': 'v o g l i o ',
  'one long word': 'voglio',
  'marks and emoji': '\u200b😂\u0301',
  arabic: 'زوجي لا يريد أن يذهب إلى البيت ',
};
const SIZES = [25_000, 50_000, 100_000];

for (const [name, piece] of Object.entries(PIECES)) {
  const times = SIZES.map((size) =>
    milliseconds(piece.repeat(Math.ceil(size / piece.length)).slice(0, size)),
  );
  const ratios = times.slice(1).map((time, index) => (time / (times[index] ?? time)).toFixed(2));
  console.log(
    `${name.padEnd(16)} ${SIZES.map((size, index) => `${size / 1000} kB ${(times[index] ?? 0).toFixed(0)} ms`).join('  ')}  growth ${ratios.join(' ')}`,
  );
}

function milliseconds(text: string): number {
  recogniseCrisis(text.slice(0, 2000));
  const runs = [0, 1, 2].map(() => {
    const start = performance.now();
    recogniseCrisis(text);
    return performance.now() - start;
  });
  return Math.min(...runs);
}
