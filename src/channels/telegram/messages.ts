/** The words of this channel that a citizen reads: the list Telegram shows behind the menu button. */
export const COMMANDS: readonly { readonly command: string; readonly description: string }[] = [
  { command: 'start', description: 'Comincia da capo' },
  { command: 'menu', description: 'Vedi cosa posso fare' },
  { command: 'persona', description: 'Parla con una persona' },
  { command: 'aiuto', description: 'Come si usa questa chat' },
  { command: 'stop', description: 'Ferma i messaggi' },
];
