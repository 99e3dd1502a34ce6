export interface ReadEvent {
  readonly id: string | null;
  readonly name: string;
  readonly data: unknown;
}

export interface Events {
  /** Waits for so many more events of a name and takes them, in order. */
  take(name: string, count: number): Promise<ReadEvent[]>;
  /** The names of all the events so far. */
  names(): string[];
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Reads a stream of server-sent events as raw HTTP. */
export async function readEvents(url: string, headers: Record<string, string>): Promise<Events> {
  const abort = new AbortController();
  const response = await fetch(url, { headers, signal: abort.signal });
  if (!response.ok || response.body === null) throw new Error(`The stream answered ${response.status}`);
  const all: ReadEvent[] = [];
  const taken = new Map<string, number>();
  let changed = Promise.withResolvers<void>();
  let open = true;

  async function read(body: ReadableStream<Uint8Array>): Promise<void> {
    let rest = '';
    try {
      for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
        const blocks = (rest + chunk).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) {
          const event = parse(block);
          if (event !== null) all.push(event);
        }
        changed.resolve();
        changed = Promise.withResolvers();
      }
    } catch (error) {
      if (!abort.signal.aborted) throw error;
    } finally {
      open = false;
      changed.resolve();
    }
  }

  return {
    ended: read(response.body),
    names: () => all.map((event) => event.name),
    close: () => abort.abort(),
    async take(name, count) {
      const from = taken.get(name) ?? 0;
      for (;;) {
        const found = all.filter((event) => event.name === name);
        if (found.length >= from + count) {
          taken.set(name, from + count);
          return found.slice(from, from + count);
        }
        if (!open) throw new Error(`The stream ended after ${found.length} "${name}" events`);
        await changed.promise;
      }
    },
  };
}

function parse(block: string): ReadEvent | null {
  const fields = new Map(
    block
      .split('\n')
      .filter((line) => !line.startsWith(':'))
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const),
  );
  const data = fields.get('data');
  if (data === undefined) return null;
  return {
    id: fields.get('id') ?? null,
    name: fields.get('event') ?? 'message',
    data: JSON.parse(data) as unknown,
  };
}
