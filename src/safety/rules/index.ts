import { childRules } from './child.ts';
import { elderRules } from './elder.ts';
import { evidenceRules } from './evidence.ts';
import { healthRules } from './health.ts';
import { missingRules } from './missing.ts';
import type { Rule } from './rule.ts';
import { suicideRules } from './suicide.ts';
import { threatRules } from './threat.ts';
import { traffickingRules } from './trafficking.ts';
import { violenceRules } from './violence.ts';
import { wantRules } from './want.ts';

export const RULES: readonly Rule[] = [
  ...suicideRules,
  ...violenceRules,
  ...childRules,
  ...healthRules,
  ...missingRules,
  ...elderRules,
  ...wantRules,
  ...traffickingRules,
  ...threatRules,
  ...evidenceRules,
];
