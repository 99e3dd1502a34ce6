/** The citizen was asked which sheet they mean. */
export interface ClarificationAsked {
  readonly kind: 'clarification-asked';
  /** The slugs to choose from. */
  readonly options: readonly string[];
}
