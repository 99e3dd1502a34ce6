/** The terminal as a channel: for authors who talk to the assistant, and for checks that read what it says. */
import type { Channel, OutgoingMessage, Receive } from '../channel.ts';

export interface TerminalChannel extends Channel {
  readonly name: 'terminal';
}

/** @param show is called with each message for the one citizen at the terminal, in order. */
export function createTerminalChannel(show: (message: OutgoingMessage) => void): TerminalChannel {
  return {
    name: 'terminal',
    routes: () => undefined,
    start: async (_receive: Receive) => undefined,
    stop: async () => undefined,
    send: async (_address, message, messageId) => {
      show(message);
      return { outcome: 'sent', providerMessageId: messageId };
    },
    state: () => ({ status: 'on' }),
  };
}
