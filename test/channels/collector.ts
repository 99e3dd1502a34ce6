import type { IncomingMessage, Receipt } from '../../src/channels/channel.ts';

/** A small inbox in memory: keeps each message once, can fail as a database does, and can be waited for. */
export class Collector {
  /** In the order in which they came. */
  readonly stored: IncomingMessage[] = [];
  /** Everything brought here, repeats and failures too. */
  offered = 0;
  readonly #known = new Set<string>();
  readonly #waiting = new Set<() => void>();
  #failures = 0;
  #gate: Promise<void> | null = null;

  readonly receive = async (message: IncomingMessage): Promise<Receipt> => {
    this.offered += 1;
    this.#wake();
    try {
      if (this.#gate !== null) await this.#gate;
      if (this.#failures > 0) {
        this.#failures -= 1;
        throw new Error(`insert failed near ${JSON.stringify(message.content)}`);
      }
      const key = `${message.channel} ${message.providerMessageId}`;
      if (this.#known.has(key)) return 'repeat';
      this.#known.add(key);
      this.stored.push(message);
      return 'stored';
    } finally {
      this.#wake();
    }
  };

  /** As the pipeline reads them: by the provider's time, then its order. */
  get inOrder(): readonly IncomingMessage[] {
    return this.stored.toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime() || a.sequence - b.sequence);
  }

  get texts(): readonly string[] {
    return this.inOrder.map(({ content }) => (content.kind === 'text' ? content.text : `(${content.kind})`));
  }

  failNext(times: number): void {
    this.#failures = times;
  }

  /** Holds everything back until the function it returns is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gate = promise;
    return () => {
      this.#gate = null;
      resolve();
    };
  }

  async untilStored(count: number): Promise<void> {
    while (this.stored.length < count) await this.#next();
  }

  async untilOffered(count: number): Promise<void> {
    while (this.offered < count) await this.#next();
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }

  #next(): Promise<void> {
    return new Promise((resolve) => this.#waiting.add(resolve));
  }
}
