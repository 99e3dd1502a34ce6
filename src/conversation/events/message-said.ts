/** One message goes to the citizen. The text is the assistant's: it never repeats the citizen's words. */
export interface MessageSaid {
  readonly kind: 'message-said';
  readonly text: string;
  readonly choices: readonly SaidChoice[];
}

export interface SaidChoice {
  readonly id: string;
  readonly label: string;
  /** A form of at most 20 characters, when the label is longer. */
  readonly short?: string;
}
