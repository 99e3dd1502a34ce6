import type { IncomingMessage, Receipt } from '../../src/channels/channel.ts';
import type { WebchatEntry, WebchatStore } from '../../src/channels/webchat/store.ts';

type Said = Pick<WebchatEntry, 'text'> &
  Partial<Pick<WebchatEntry, 'choices' | 'from' | 'kind' | 'language'>>;

/** A `WebchatStore` in memory that outlives the servers of a test, as a database would. */
export class MemoryWebchatStore implements WebchatStore {
  readonly received: IncomingMessage[] = [];
  /** Makes the next readings or writings fail. */
  broken = false;
  private readonly sessions = new Map<string, WebchatEntry[]>();
  private readonly listeners = new Map<string, Set<() => void>>();
  private lastId = 0;

  async history(sessionId: string, after: string | null, limit: number): Promise<readonly WebchatEntry[]> {
    if (this.broken) throw new Error('the store is broken');
    const entries = this.sessions.get(sessionId) ?? [];
    if (after === null) return entries.slice(-limit);
    return entries.filter((entry) => Number(entry.id) > Number(after)).slice(0, limit);
  }

  subscribe(sessionId: string, onChange: () => void): () => void {
    const listeners = this.listeners.get(sessionId) ?? new Set();
    this.listeners.set(sessionId, listeners.add(onChange));
    return () => listeners.delete(onChange);
  }

  /** How many streams listen, over all sessions. */
  get subscribers(): number {
    return [...this.listeners.values()].reduce((sum, listeners) => sum + listeners.size, 0);
  }

  /** Keeps a citizen's message as the inbox would. */
  async receive(message: IncomingMessage): Promise<Receipt> {
    if (this.broken) throw new Error('the store is broken');
    if (this.received.some((known) => known.providerMessageId === message.providerMessageId)) return 'repeat';
    this.received.push(message);
    const { content } = message;
    const text =
      content.kind === 'text'
        ? content.text
        : content.kind === 'choice'
          ? this.label(message.address, content.choiceId)
          : '';
    this.add(
      message.address,
      { from: 'citizen', kind: content.kind === 'choice' ? 'choice' : 'text', text },
      message,
    );
    return 'stored';
  }

  /** Keeps an answer as a turn would. */
  say(sessionId: string, said: Said): void {
    this.add(sessionId, said, null);
  }

  private add(sessionId: string, said: Said, message: IncomingMessage | null): void {
    this.lastId += 1;
    const entries = this.sessions.get(sessionId) ?? [];
    this.sessions.set(sessionId, entries);
    entries.push({
      id: String(this.lastId).padStart(8, '0'),
      from: said.from ?? 'assistant',
      kind: said.kind ?? 'text',
      text: said.text,
      choices: said.choices ?? [],
      ...(said.language === undefined ? {} : { language: said.language }),
      at: message?.sentAt ?? new Date(),
      providerMessageId: message?.providerMessageId ?? null,
    });
    for (const listener of this.listeners.get(sessionId) ?? []) listener();
  }

  private label(sessionId: string, choiceId: string): string {
    const offered = (this.sessions.get(sessionId) ?? []).flatMap((entry) => entry.choices);
    return offered.find((choice) => choice.id === choiceId)?.label ?? choiceId;
  }
}
