/** The citizen asked for silence. */
export interface ConversationStopped {
  readonly kind: 'conversation-stopped';
}
