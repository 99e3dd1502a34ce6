import type { Clock } from '../../lib/clock.ts';
import type { ChannelState } from '../channel.ts';

/** What can go wrong by itself: the token, being told of updates, sending. */
export type Part = 'token' | 'receiving' | 'sending';

/** The state of the channel as the worst of its parts; each is mended by its own next success. */
export class Health {
  readonly #clock: Clock;
  readonly #troubles = new Map<Part, Exclude<ChannelState, { status: 'on' }>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Keeps the time of the first report while the trouble stays the same. */
  report(part: Part, status: 'failing' | 'stopped', code: string): void {
    const known = this.#troubles.get(part);
    if (known?.status === status && known.code === code) return;
    this.#troubles.set(part, { status, code, since: this.#clock.now() });
  }

  mended(part: Part): void {
    this.#troubles.delete(part);
  }

  state(): ChannelState {
    const troubles = [...this.#troubles.values()];
    return troubles.find((trouble) => trouble.status === 'stopped') ?? troubles[0] ?? { status: 'on' };
  }
}
