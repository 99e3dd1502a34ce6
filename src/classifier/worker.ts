/** The side of `prepare.ts` that learns, in a thread of its own: its seconds and its memory stay away from the service. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Lesson, learnModel } from './lesson.ts';
import { encodeModel } from './model.ts';

/**
 * Learns from the material this thread was started with, and hands the model over.
 * @param lessonOf trusts the material: both sides are of one version of the program
 */
export function studyApart<Material>(lessonOf: (material: Material) => Lesson): void {
  const { material, key } = workerData as { material: Material; key: string };
  parentPort?.postMessage(encodeModel(learnModel(lessonOf(material)), key));
}
