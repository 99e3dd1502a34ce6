/** Started by `src/models.ts`: learns what a cry for help is like. */
import { studyApart } from '../classifier/worker.ts';
import { type CriesMaterial, dangerLesson } from './cries.ts';

studyApart<CriesMaterial>(dangerLesson);
