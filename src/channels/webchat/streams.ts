import type { ServerResponse } from 'node:http';
import type { WebchatEntry, WebchatStore } from './store.ts';

/** Why a stream ends: the page does something different for each. */
export type StreamEnd =
  /** The server stops: connect again. */
  | 'closing'
  /** Too many tabs of one session: connect again when this one is looked at. */
  | 'paused'
  /** The citizen left, here or in another tab: show nothing more. */
  | 'ended';

export interface StreamsOptions {
  readonly store: WebchatStore;
  /** What the page gets for an entry: put on one line as JSON. */
  readonly present: (entry: WebchatEntry) => object;
  /** A reading of the store failed; the stream was cut, and the page will connect again. */
  readonly onFailure: (error: unknown) => void;
  readonly heartbeatMs: number;
  /** A browser keeps about six connections for a site: more streams than this and its messages could not leave. */
  readonly mostPerSession: number;
}

const BATCH = 100;
/** A reader that is so far behind (bytes not taken) is cut; it connects again from where it was. */
const MOST_UNSENT = 1_000_000;

/** The open event streams of this process, by session. */
export class Streams {
  private readonly options: StreamsOptions;
  private readonly open = new Map<string, Set<Stream>>();
  private heartbeat: NodeJS.Timeout | undefined;

  constructor(options: StreamsOptions) {
    this.options = options;
  }

  /**
   * Shows a session's entries on a response, from the one after `after` on, until either side ends.
   * The response's headers are written here.
   */
  add(sessionId: string, response: ServerResponse, after: string | null): void {
    const streams = this.open.get(sessionId) ?? new Set();
    this.open.set(sessionId, streams);
    const [oldest] = streams;
    if (oldest !== undefined && streams.size >= this.options.mostPerSession) {
      oldest.end('paused');
      streams.delete(oldest);
    }
    const stream = new Stream(sessionId, response, after, this.options, () => {
      streams.delete(stream);
      if (streams.size === 0 && this.open.get(sessionId) === streams) this.open.delete(sessionId);
      if (this.open.size === 0) this.stopHeartbeat();
    });
    streams.add(stream);
    this.open.set(sessionId, streams);
    this.heartbeat ??= setInterval(() => this.beat(), this.options.heartbeatMs);
    stream.wake();
  }

  /** Makes the session's streams read the store again. */
  notify(sessionId: string): void {
    for (const stream of this.open.get(sessionId) ?? []) stream.wake();
  }

  end(sessionId: string, reason: StreamEnd): void {
    for (const stream of [...(this.open.get(sessionId) ?? [])]) stream.end(reason);
  }

  endAll(): void {
    for (const sessionId of [...this.open.keys()]) this.end(sessionId, 'closing');
    this.stopHeartbeat();
  }

  private beat(): void {
    for (const streams of this.open.values()) for (const stream of streams) stream.beat();
  }

  private stopHeartbeat(): void {
    clearInterval(this.heartbeat);
    this.heartbeat = undefined;
  }
}

class Stream {
  private readonly sessionId: string;
  private readonly response: ServerResponse;
  private readonly options: StreamsOptions;
  private readonly unsubscribe: () => void;
  private after: string | null;
  private reading = false;
  private dirty = false;

  constructor(
    sessionId: string,
    response: ServerResponse,
    after: string | null,
    options: StreamsOptions,
    onClose: () => void,
  ) {
    this.sessionId = sessionId;
    this.response = response;
    this.after = after;
    this.options = options;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    response.write('retry: 2000\n\n');
    this.unsubscribe = options.store.subscribe(sessionId, () => this.wake());
    response.once('close', () => {
      this.unsubscribe();
      onClose();
    });
  }

  /** Reads what is new and writes it; while a reading runs, asks for one more after it. */
  wake(): void {
    this.dirty = true;
    if (this.reading || this.response.writableEnded) return;
    void this.pump();
  }

  /** A comment for proxies, an event for the page: no beat for a minute means a dead connection. */
  beat(): void {
    this.write(': beat\nevent: beat\ndata: {}\n\n');
  }

  end(reason: StreamEnd): void {
    this.write(`event: ${reason}\ndata: {}\n\n`);
    this.response.end();
  }

  /** Never rejects. `reading` falls in the same step as the last look at `dirty`, so that no wake is lost between. */
  private async pump(): Promise<void> {
    this.reading = true;
    try {
      while (this.dirty && !this.response.writableEnded) {
        this.dirty = false;
        const entries = await this.options.store.history(this.sessionId, this.after, BATCH);
        for (const entry of entries) {
          this.write(
            `id: ${entry.id}\nevent: entry\ndata: ${JSON.stringify(this.options.present(entry))}\n\n`,
          );
          this.after = entry.id;
        }
        if (entries.length === BATCH) this.dirty = true;
      }
    } catch (error) {
      this.options.onFailure(error);
      this.response.end();
    } finally {
      this.reading = false;
    }
  }

  private write(text: string): void {
    if (this.response.writableEnded || this.response.destroyed) return;
    this.response.write(text);
    if (this.response.writableLength > MOST_UNSENT) this.response.destroy();
  }
}
