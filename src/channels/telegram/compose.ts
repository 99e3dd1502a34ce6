import type { Choice, OutgoingMessage } from '../channel.ts';
import { numberedList, splitText, utf8Bytes } from '../text.ts';

/** Telegram counts UTF-16 units. */
const LONGEST_TEXT = 4_096;
const MOST_PARTS = 3;
const LARGEST_CALLBACK_DATA = 64;
/** One button a row; more would push the question out of a phone's sight. */
const MOST_ROWS = 10;
/** What a phone shows of a button as wide as the message; Telegram cuts the rest with an ellipsis. */
const LONGEST_LABEL = 40;
const NUMBERS_PER_ROW = 5;

interface Button {
  readonly text: string;
  readonly callback_data: string;
}

/** One `sendMessage`, without its chat. */
export interface Part {
  readonly text: string;
  readonly keyboard: readonly (readonly Button[])[];
}

export type Composed =
  | {
      readonly ok: true;
      readonly parts: readonly Part[];
      /** True when an id of a choice cannot travel on a button: a fault of ours, the text still goes. */
      readonly lostButtons: boolean;
    }
  | { readonly ok: false; readonly code: 'empty-text' | 'too-long' };

/**
 * A message as Telegram can carry it; pure and the same at every attempt. The choices hang on the last part.
 *
 * How choices look is decided here and nowhere else. As a rule each is a button with its number ("2. Bonus sociale"),
 * because people also type the number, or are told it on the phone. Where the labels cannot be read on buttons (more
 * than 10, or one too long) the whole list goes into the text and the buttons show the numbers alone. Where buttons
 * cannot carry them at all, the numbered text remains: a typed number is understood everywhere.
 */
export function compose(message: OutgoingMessage): Composed {
  const labels = message.choices.map((choice) => choice.label.replace(/\s+/g, ' ').trim().toWellFormed());
  const faces = labels.length === 1 ? labels : labels.map((label, index) => `${index + 1}. ${label}`);
  const carried =
    message.choices.length <= MOST_ROWS * NUMBERS_PER_ROW && message.choices.every(fitsOnButton);
  const readable =
    faces.length <= MOST_ROWS && faces.every((face) => face !== '' && face.length <= LONGEST_LABEL);

  const list = carried && readable ? '' : numberedList(labels);
  // Half a surrogate pair would make Telegram refuse the whole message.
  const text = `${message.text}\n\n${list}`.trim().toWellFormed();
  if (text === '') return { ok: false, code: 'empty-text' };
  const texts = splitText(text, LONGEST_TEXT, MOST_PARTS);
  if (texts === null) return { ok: false, code: 'too-long' };

  const keyboard = carried ? toKeyboard(message.choices, readable ? faces : null) : [];
  const last = texts.length - 1;
  return {
    ok: true,
    lostButtons: !carried,
    parts: texts.map((part, index) => ({ text: part, keyboard: index === last ? keyboard : [] })),
  };
}

/** One face a row; without faces, rows of numbers. */
function toKeyboard(choices: readonly Choice[], faces: readonly string[] | null): Part['keyboard'] {
  const perRow = faces === null ? NUMBERS_PER_ROW : 1;
  const buttons = choices.map((choice, index) => ({
    text: faces?.[index] ?? String(index + 1),
    callback_data: choice.id,
  }));
  const rows = Math.ceil(buttons.length / perRow);
  return Array.from({ length: rows }, (_, row) => buttons.slice(row * perRow, (row + 1) * perRow));
}

function fitsOnButton(choice: Choice): boolean {
  const size = utf8Bytes(choice.id);
  return size >= 1 && size <= LARGEST_CALLBACK_DATA;
}
