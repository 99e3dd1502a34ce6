/** Started by `src/models.ts`: learns which part of a sheet is asked about. */
import { studyApart } from '../classifier/worker.ts';
import { type AspectsMaterial, aspectsLesson } from './asked.ts';

studyApart<AspectsMaterial>(aspectsLesson);
