/** No sheet answers what was asked. */
export interface QuestionUnanswered {
  readonly kind: 'question-unanswered';
  /** Whose matter it is, when known. */
  readonly office: string | null;
}
