/** Started by `src/models.ts`: learns which language a message is written in. */
import { studyApart } from '../classifier/worker.ts';
import { type LanguagesMaterial, languagesLesson } from './written.ts';

studyApart<LanguagesMaterial>(languagesLesson);
