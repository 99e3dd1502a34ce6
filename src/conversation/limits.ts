/** Bounds of a conversation: what keeps a fault, or a flood, from becoming an endless talk. */
export const LIMITS = {
  /** Steps walked in one turn; past it the talk stops with a word of apology and a way to a person. */
  steps: 40,
  /** UTF-16 units of a citizen's text that are looked up in the sheets. */
  question: 1_000,
  /** UTF-16 units at the start, and as many at the end, of a longer text that are searched for danger. */
  danger: 4_000,
  /** UTF-16 units of one message of ours: below Telegram's and WhatsApp's 4 096. */
  reply: 3_800,
  /** UTF-16 units of what is quoted from a sheet in one answer. */
  sheet: 1_200,
  /** UTF-16 units of a phrase of the flows. */
  phrase: 300,
  /** Sentences of a phrase of the flows. */
  sentences: 3,
  /** Sheets that the talk may come back to. */
  earlier: 6,
  /** Questions that "indietro" can go back to. */
  trail: 10,
  /** Flows waiting for a called one to end. */
  returns: 5,
  /** Choices with a meaning in one question; "una persona" and "indietro" are added to them. */
  options: 5,
  /** Choices in one question when the flow says why there are more: "9" must stay free for "indietro". */
  manyOptions: 7,
  /** Other aspects of a sheet offered after an answer; with "una persona" they make three ways on. */
  ways: 2,
  /** Times a question is put again after another question was answered; then it is let go. */
  insisted: 1,
  /** Messages of one burst that are read; the rest of a flood is dropped, but searched for danger. */
  burst: 20,
  /** Texts of a burst that are read as one. */
  joined: 6,
  /** Answers after a danger that repeat in a line where to call. */
  reminders: 3,
  /** Hours for which a danger is kept in mind. */
  dangerHours: 12,
  /** Bytes of a choice's id: the smallest that holds on every channel. */
  choiceId: 32,
  /** Characters of a label that fit a button, and a row of a list. */
  button: 20,
  row: 24,
} as const;
