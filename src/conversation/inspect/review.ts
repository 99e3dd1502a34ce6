import type { Inspection } from './index.ts';
import { faultAt } from './parts.ts';

/** Phrases said to be reviewed without a name and a date. */
export const review: Inspection = ({ phrases }) =>
  phrases.flatMap((source) => {
    const { status, reviewedBy, reviewedAt } = source.content.review;
    if (status !== 'reviewed' || (reviewedBy !== null && reviewedAt !== null)) return [];
    return [faultAt(source, ['review'], 'frasi riviste senza nome o data', 'scrivi reviewedBy e reviewedAt')];
  });
