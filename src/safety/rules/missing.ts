import type { Rule } from './rule.ts';

export const missingRules: readonly Rule[] = [
  {
    id: 'missing.not-back',
    kind: 'missing',
    urgency: 'now',
    why: 'someone has not come back, or cannot be found',
    any: [
      '$SOMEONE & $NOT_BACK @10',
      '$SOMEONE & $NOT_FOUND @12',
      '$SOMEONE & $LOST_SELF @6',
      '$LEFT_WITH_SIGNS',
    ],
    guards: ['past', 'information', 'story'],
    unlessNear: ['LIST', 'ORIGIN'],
  },
  {
    id: 'missing.vanished',
    kind: 'missing',
    urgency: 'now',
    why: 'someone vanished, ran away or is lost',
    any: ['$SOMEONE & $VANISHED @5', '$LOST_PERSON', '$NO_NEWS'],
    guards: ['past', 'information', 'story'],
    unlessNear: ['LIST', 'ORIGIN'],
  },
];
