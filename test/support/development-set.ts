/** The development evaluation set, which lies beside the checkout where the project is worked on; a clone has none. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../shared/eval/', import.meta.url));

/** Its folder, or null when it is not there: said aloud. */
export const DEVELOPMENT_SET: string | null = existsSync(`${FOLDER}questions-it.jsonl`) ? FOLDER : null;

if (DEVELOPMENT_SET === null) {
  console.warn('NO DEVELOPMENT SET: ../shared/eval is not there, only eval/ is measured.');
}
