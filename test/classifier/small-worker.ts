/** Started by `prepare.test.ts`: learns the small lesson, and leaves a mark each time it does. */
import { appendFileSync } from 'node:fs';
import { studyApart } from '../../src/classifier/worker.ts';
import { type SAID, smallLesson } from './small-lesson.ts';

export interface SmallMaterial {
  readonly said: typeof SAID;
  /** A file that grows by one character with each learning. */
  readonly marks: string;
  /** Makes the learning fail. */
  readonly broken?: true;
}

studyApart<SmallMaterial>(({ said, marks, broken }) => {
  appendFileSync(marks, 'x');
  if (broken) throw new Error('The material is broken.');
  return smallLesson(said);
});
