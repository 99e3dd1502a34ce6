/** The citizen wrote again after asking for silence. */
export interface ConversationResumed {
  readonly kind: 'conversation-resumed';
}
