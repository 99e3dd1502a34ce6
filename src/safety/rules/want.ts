import type { Rule } from './rule.ts';

/** No roof tonight, no food today. */
export const wantRules: readonly Rule[] = [
  {
    id: 'homeless.outside',
    kind: 'homeless-tonight',
    urgency: 'now',
    why: 'sleeps or is outside, in a car, in a station',
    any: ['$SLEEPS_OUT', '$IN_THE_STREET'],
    guards: ['past', 'information', 'story', 'tourist', 'later'],
    unlessNear: ['ANIMAL'],
  },
  {
    id: 'homeless.nowhere',
    kind: 'homeless-tonight',
    urgency: 'now',
    why: 'does not know where to sleep or go',
    any: ['$NOWHERE_TO_SLEEP', '$NOWHERE_TO_GO', '$ASKS_BED & $TONIGHT @8'],
    guards: ['past', 'information', 'story', 'tourist', 'later'],
    unlessNear: ['ANIMAL'],
  },
  {
    id: 'homeless.put-out',
    kind: 'homeless-tonight',
    urgency: 'now',
    why: 'was put out of the house or the centre',
    any: ['$PUT_OUT'],
    guards: ['past', 'information', 'story', 'laugh', 'later'],
    unlessNear: ['NOT_A_HOME', 'ANIMAL'],
  },
  {
    id: 'homeless.eviction',
    kind: 'homeless-tonight',
    urgency: 'soon',
    why: 'an eviction is carried out in hours or days',
    any: ['$EVICTION & $IN_HOURS @10', '$BAILIFF & $IN_HOURS @10', '$LOCKS_CHANGED'],
    guards: ['past', 'information', 'story', 'later'],
    hastens: false,
  },
  {
    id: 'hunger.no-food',
    kind: 'hunger',
    urgency: 'now',
    why: 'has not eaten, has nothing for the children, an empty fridge',
    any: ['$NO_FOOD', '$NOT_EATEN', '$CHILD & $HUNGRY @6', '$NO_BABY_MILK', '$EMPTY_FRIDGE', '$CHILD & $NOT_EATEN @8'],
    guards: ['past', 'information', 'story', 'laugh'],
    unlessNear: ['APPETITE', 'ANIMAL'],
  },
  {
    id: 'hunger.running-out',
    kind: 'hunger',
    urgency: 'soon',
    why: 'food or money for food is about to end, meals are skipped',
    any: ['$NO_MONEY_FOOD', '$SKIPS_MEALS', '$LAST_FOOD', '$DIES_OF_HUNGER & $CHILD @8', '$NO_MONEY & $FOOD_LEFT @14'],
    guards: ['past', 'information', 'story', 'laugh'],
    unlessNear: ['APPETITE', 'ANIMAL'],
  },
];
