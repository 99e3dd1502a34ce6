/** The pieces of a message that are looked at: a cry for help is often one sentence among many others. Pure. */

const SENTENCE_END = /[.!?;…\n؟۔]+/u;
/** A sentence without marks is cut into pieces of so many words, each beginning in the middle of the one before. */
const LONGEST = 28;
const STEP = 14;
/** A message of more words tells too many things to be judged as a whole. */
const LONGEST_WHOLE = 45;
export interface Windows {
  /** The message, when it is short enough to be judged as one. */
  readonly whole: string | null;
  /** Its sentences, and each two that follow each other; never empty. */
  readonly pieces: readonly string[];
}

export function windowsOf(text: string): Windows {
  const sentences = text
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .flatMap(partsOf);
  const pairs = sentences.slice(1).map((sentence, place) => `${sentences[place]}. ${sentence}`);
  const pieces = [...sentences, ...pairs];
  const whole = text.split(/\s+/u).length <= LONGEST_WHOLE ? text : null;
  return { whole, pieces: pieces.length === 0 ? [text] : pieces };
}

function partsOf(sentence: string): string[] {
  const words = sentence.split(/\s+/u);
  if (words.length <= LONGEST) return [sentence];
  const starts = Array.from({ length: Math.ceil((words.length - STEP) / STEP) }, (_, index) => index * STEP);
  return starts.map((start) => words.slice(start, start + LONGEST).join(' '));
}
