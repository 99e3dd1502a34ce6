/** The repository's own texts, read and learnt as the service does. */
import { type Content, openContent } from '../../src/content.ts';
import { ManualClock } from '../../src/lib/clock.ts';
import { createLog } from '../../src/lib/log.ts';

export const NOW = new Date('2026-11-24T10:00:00Z');

export function realContent(): Promise<Content> {
  return openContent({
    clock: new ManualClock(NOW),
    publicUrl: 'https://esempio.it',
    ambito: 'Triggiano',
    log: createLog('silent'),
  });
}
