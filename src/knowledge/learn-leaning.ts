/** Started by `src/models.ts`: learns whether a message leans on what was said before. */
import { studyApart } from '../classifier/worker.ts';
import { type FollowUpsMaterial, followUpsLesson } from './follow-up.ts';

studyApart<FollowUpsMaterial>(followUpsLesson);
