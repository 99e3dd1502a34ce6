import type { Rule } from './rule.ts';

export const elderRules: readonly Rule[] = [
  {
    id: 'elder.abused',
    kind: 'elder',
    urgency: 'soon',
    why: 'an old or dependent person is hit, tied, starved or shouted at',
    any: [
      '$OLD & $HITS @7',
      '$OLD & $TIED @8',
      '$OLD & $NOT_FED @8',
      '$CARER & $HITS @7',
      '$CARER & $TIED @7',
      '$OLD & $BRUISES @8',
      '$CARER & $MISTREATS @8',
      '$OLD & $MISTREATS @8',
      '$OLD & $SHUT_UP @6',
    ],
    guards: ['past', 'information', 'story', 'laugh'],
  },
  {
    id: 'elder.robbed',
    kind: 'elder',
    urgency: 'soon',
    why: 'money or pension is taken from an old person',
    any: ['$ELDERLY & $TAKES_MONEY @10', '$MY_PENSION_TAKEN'],
    guards: ['past', 'information', 'story', 'laugh'],
    unlessNear: ['DELEGATION'],
  },
  {
    id: 'elder.no-answer',
    kind: 'elder',
    urgency: 'now',
    why: 'an old person alone does not open or answer',
    any: ['$ELDERLY & $NO_ANSWER_DOOR @12', '$NEIGHBOUR & $NO_ANSWER_DOOR @8', '$ELDERLY & $LAMENT @12'],
    guards: ['past', 'story'],
  },
  {
    id: 'elder.unsafe-alone',
    kind: 'elder',
    urgency: 'soon',
    why: 'an old or confused person alone leaves the gas on, wanders, lives in filth or does not eat',
    any: [
      '$ELDERLY & $WANDERS @14',
      '$ELDERLY & $GAS_LEFT_ON @16',
      '$ELDERLY & $ABANDONED @8',
      '$ELDERLY & $FILTH @10',
      '$DEMENTIA & $WANDERS @14',
      '$ELDERLY & $STOPPED_EATING @8',
    ],
    guards: ['past', 'information', 'story', 'laugh'],
  },
];
