import type { Rule } from './rule.ts';

export const traffickingRules: readonly Rule[] = [
  {
    id: 'trafficking.documents',
    kind: 'trafficking',
    urgency: 'soon',
    why: 'someone keeps the documents, the pay or the person',
    any: ['$BOSS & $KEEPS_DOCUMENTS @10', '$KEEPS_MY_DOCUMENTS', '$KEEPS_MY_DOCUMENTS & $SHUT_IN_BY @16'],
    guards: ['past', 'information', 'story'],
    unlessNear: ['PUBLIC_OFFICE', 'LANDLORD'],
  },
  {
    id: 'trafficking.forced',
    kind: 'trafficking',
    urgency: 'soon',
    why: 'is forced to sell sex, work, beg or steal',
    any: ['$FORCED_PROSTITUTION', '$FORCED_WORK', '$DEBT & $SEX_CLIENTS @12', '$SOLD'],
    guards: ['past', 'information', 'story'],
  },
  {
    id: 'trafficking.held',
    kind: 'trafficking',
    urgency: 'now',
    why: 'is held with the documents gone, or a minor is sold on the street',
    any: [
      '$KEEPS_MY_DOCUMENTS & $NOT_LET_OUT @20',
      '$FORCED_WORK & $NOT_LET_OUT @20',
      '$YOUNG_PERSON & $SEX_CLIENTS @16',
      '$FORCED_PROSTITUTION & $NOT_LET_OUT @20',
      '$DEBT & $NOT_LET_OUT @20',
    ],
    guards: ['past', 'information', 'story'],
  },
  {
    id: 'trafficking.labour',
    kind: 'trafficking',
    urgency: 'soon',
    why: 'works under a boss who beats, threatens or does not pay',
    any: [
      '$BOSS & $HITS @10',
      '$BOSS & $THREATENS @8',
      '$BOSS & $NOT_LET_OUT @10',
      '$BOSS & $NO_PAY_THREAT @12',
    ],
    guards: ['past', 'information', 'story'],
    unlessNear: ['LANDLORD'],
  },
];
