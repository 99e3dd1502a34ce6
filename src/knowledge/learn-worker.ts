/** Started by `src/models.ts`: learns what requests are about. */
import { studyApart } from '../classifier/worker.ts';
import { type RequestsMaterial, requestsLesson } from './requests.ts';

studyApart<RequestsMaterial>(requestsLesson);
