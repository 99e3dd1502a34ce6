import { featuresOf, type Spellings } from '../../src/classifier/features.ts';
import { encodeModel, type Model, scoresOf, sharesOf } from '../../src/classifier/model.ts';

const SPELLINGS: Spellings = new Map([['ksa', 'casa']]);

/** The score and the share of each class, in the order of the model. */
export function readWith(model: Model, text: string): { scores: number[]; shares: number[] } {
  const scores = scoresOf(model, featuresOf(text, SPELLINGS));
  return { scores: [...scores], shares: [...sharesOf(scores)] };
}

/** The class with the largest share. */
export function bestOf(model: Model, text: string): string | undefined {
  const { shares } = readWith(model, text);
  return model.classes[shares.indexOf(Math.max(...shares))];
}

/** The whole of a model, to be compared at once. */
export function wholeOf(model: Model): string {
  return Buffer.from(encodeModel(model, 'key')).toString('base64');
}
