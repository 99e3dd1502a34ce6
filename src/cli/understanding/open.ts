import { type Content, openContent } from '../../content.ts';
import { systemClock } from '../../lib/clock.ts';
import { createLog } from '../../lib/log.ts';

/**
 * What the assistant knows, for a command: the repository's own texts.
 * @throws ContentFaults, naming file, line and mend
 */
export function openForCommand(): Promise<Content> {
  return openContent({
    clock: systemClock,
    publicUrl: 'http://127.0.0.1:3000',
    ambito: 'Triggiano',
    log: createLog('warn'),
  });
}
