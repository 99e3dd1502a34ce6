/**
 * Group commit: what arrives while a flush is under way goes together in the next one, so that many callers share
 * one transaction. Each caller's promise settles with its own result once its flush has ended.
 */
export class Batcher<Item, Result> {
  private waiting: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = [];
  private running: Promise<void> | null = null;
  private readonly flush: (items: readonly Item[]) => Promise<readonly Result[]>;
  private readonly largest: number;

  /** @param flush gives one result an item, in the same order. @param largest most items a flush. */
  constructor(flush: (items: readonly Item[]) => Promise<readonly Result[]>, largest: number) {
    this.flush = flush;
    this.largest = largest;
  }

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** Resolves when nothing is waiting or under way. */
  async idle(): Promise<void> {
    while (this.running !== null) await this.running;
  }

  private async run(): Promise<void> {
    // One turn of the event loop: callers of the same moment go together.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, this.largest);
      try {
        const results = await this.flush(batch.map((entry) => entry.item));
        if (results.length !== batch.length) throw new Error('A flush must give one result an item.');
        for (const [index, entry] of batch.entries()) entry.resolve(results[index] as Result);
      } catch (error) {
        for (const entry of batch) entry.reject(error);
      }
    }
    this.running = null;
  }
}
