import type { Rule } from './rule.ts';

export const threatRules: readonly Rule[] = [
  {
    id: 'threat.against-others',
    kind: 'threat',
    urgency: 'soon',
    why: 'threatens the office or other people',
    any: ['$WILL_ATTACK', '$COME_ARMED'],
    guards: ['past', 'information', 'story', 'laugh'],
  },
  {
    id: 'threat.armed-now',
    kind: 'threat',
    urgency: 'now',
    why: 'someone out of control is armed or says he kills',
    any: [
      '$SOMEONE & $WEAPON_DRAWN @10',
      '$BARRICADED & $WEAPON @12',
      '$SOMEONE & $KILLS_ALL @12',
      '$RAGING & $WEAPON @12',
    ],
    guards: ['past', 'information', 'story'],
  },
  {
    id: 'threat.received',
    kind: 'threat',
    urgency: 'soon',
    why: 'is threatened with death, violence or fire',
    any: ['$THREATENED', '$LOAN_SHARK', '$THEY_KILL_ME', '$WAITS_ARMED'],
    guards: ['past', 'information', 'story', 'laugh'],
    unlessNear: ['HYPERBOLE'],
  },
];
