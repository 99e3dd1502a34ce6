/** A few words of danger, for tests of the conversation alone. */
import type { CrisisFinding, CrisisKind } from '../../../src/safety/crisis.ts';

export function recogniseSmallCrisis(text: string): CrisisFinding | null {
  const common = { language: 'it', why: 'prova' };
  if (/voglia\s+di\s+vivere|farla finita/i.test(text)) {
    return { ...common, kind: 'suicide', urgency: 'now', by: 'rule', pattern: 'prova-suicidio' };
  }
  if (/mi picchia/i.test(text))
    return { ...common, kind: 'violence', urgency: 'now', by: 'rule', pattern: 'prova-violenza' };
  if (/he beats me/i.test(text)) {
    return {
      ...common,
      language: 'en',
      kind: 'violence',
      urgency: 'now',
      by: 'rule',
      pattern: 'prova-violence',
    };
  }
  if (/non mangio da/i.test(text))
    return { ...common, kind: 'hunger', urgency: 'soon', by: 'rule', pattern: 'prova-fame' };
  return null;
}

/** What the tests take for a doubt. */
export function suspectSmallCrisis(text: string): CrisisKind | null {
  return /le chiavi le ho lasciate/i.test(text) ? 'suicide' : null;
}
