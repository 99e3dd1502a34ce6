import type { Handler } from './handler.ts';

export const messageSaid: Handler<'message-said'> = ({ text, choices }) => [
  { effect: 'send', message: { text, choices } },
];
