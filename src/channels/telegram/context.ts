import type { Clock } from '../../lib/clock.ts';
import type { Client } from './client.ts';
import type { Health } from './health.ts';
import type { Logger, Settings } from './options.ts';

/** What the parts of one Telegram channel share. */
export interface Context {
  readonly settings: Settings;
  readonly client: Client;
  readonly health: Health;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly random: () => number;
  /** Aborted by `stop()`. */
  readonly stopping: AbortSignal;
  /** Keeps `stop()` waiting until the work has ended. */
  track<Result>(work: Promise<Result>): Promise<Result>;
  /** Adds one to a named counter. */
  count(what: string): void;
}

/**
 * Whether the token itself is refused, after a call was answered 401 or 404: one odd answer must not stop the channel of
 * a whole service. Reports what it finds. False also when nobody can be asked now.
 */
export async function isTokenRefused(context: Context): Promise<boolean> {
  const answer = await context.client.call('getMe', {});
  const refused =
    !answer.ok &&
    answer.fault.kind === 'refused' &&
    (answer.fault.status === 401 || answer.fault.status === 404);
  if (refused) {
    context.health.report('token', 'stopped', 'token-refused');
    context.logger.error({ status: answer.fault.status }, 'Telegram refuses the bot token');
  }
  return refused;
}
