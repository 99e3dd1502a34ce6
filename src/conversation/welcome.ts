/** The first time somebody writes: who answers is said at once. */
import { understand } from './question.ts';
import { change, type Run, say } from './run.ts';
import { walk } from './walk.ts';

/** Who answers, then the question that was asked, then what must be known. A greeting is no question. */
export function welcome(run: Run, question: string | null = null): void {
  const isGreeting = question !== null && isGreetingOnly(run, question);
  change(run, { welcomed: true, pending: isGreeting ? null : question });
  walk(run, { to: 'flow', flow: 'benvenuto', step: null });
}

/** Who begins with a command or a button is told who answers in the same message. */
export function introduce(run: Run): void {
  if (run.state.welcomed) return;
  change(run, { welcomed: true });
  say(run, 'benvenuto.presentazione');
}

function isGreetingOnly(run: Run, text: string): boolean {
  const understanding = understand(run, text);
  return understanding.outcome === 'smalltalk' && understanding.kind === 'greeting';
}
