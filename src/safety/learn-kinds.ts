/** Started by `src/models.ts`: learns what kind of danger a cry for help tells of. */
import { studyApart } from '../classifier/worker.ts';
import { type CriesMaterial, kindsLesson } from './cries.ts';

studyApart<Omit<CriesMaterial, 'ordinary'>>(kindsLesson);
