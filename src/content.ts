/**
 * What the assistant knows and says: sheets, flows, phrases and emergency texts, read together and used together.
 * A start with a fault is refused, naming file, line and mend; a running server that meets one keeps the last good
 * version.
 */
import { type FSWatcher, watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OutgoingMessage } from './channels/channel.ts';
import { ALWAYS } from './conversation/choices.ts';
import { faultLine } from './conversation/flow/fault.ts';
import { loadFlows } from './conversation/flow/load.ts';
import { label, phrase } from './conversation/phrases.ts';
import type { Knowledge } from './conversation/ports.ts';
import { describeFault } from './knowledge/fault.ts';
import { createLibrary, type Library } from './knowledge/library.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { dayInItaly } from './knowledge/today.ts';
import type { Clock } from './lib/clock.ts';
import type { Language } from './lib/language.ts';
import { describeError, type Log } from './lib/log.ts';
import type { CoreFrame } from './pipeline/turn.ts';
import { createPublicLibrary, type PublicLibrary } from './public-pages/library.ts';
import { loadEmergencies } from './safety/load.ts';
import { recogniseCrisis } from './safety/recognise.ts';
import { emergencyReply } from './safety/replies.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Editors write a file in several steps: what follows within this time is one change. */
const SETTLE_MS = 300;

export interface ContentOptions {
  readonly clock: Clock;
  readonly publicUrl: string;
  /** As in "Ambito di …". */
  readonly ambito: string;
  readonly log: Log;
  /** Where `knowledge/` and `flows/` are, instead of the repository's own. */
  readonly folder?: string;
}

export interface Content {
  readonly core: () => CoreFrame;
  readonly listen: (texts: readonly string[]) => Promise<Knowledge>;
  /** What is said when something of ours broke for good. */
  readonly apology: (language: Language) => OutgoingMessage;
  readonly pages: PublicLibrary;
  /** Reads everything again. @returns the faults that kept the old version in place; none when it was replaced. */
  reload(): Promise<readonly string[]>;
  /** Reloads whenever an author saves a file. */
  watch(): void;
  close(): void;
}

/** Authors' faults in flows, sheets or texts, a line each: file, line, what and mend. */
export class ContentFaults extends Error {
  override readonly name = 'ContentFaults';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The texts have ${faults.length} fault(s):\n${faults.join('\n')}`);
    this.faults = faults;
  }
}

interface Version {
  readonly library: Library;
  readonly core: CoreFrame;
  readonly pages: PublicLibrary;
}

/** @throws ContentFaults */
export async function openContent(options: ContentOptions): Promise<Content> {
  const { log, folder = ROOT } = options;
  let current = await read(options);
  let watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | null = null;

  async function reload(): Promise<readonly string[]> {
    try {
      current = await read(options);
      return [];
    } catch (error) {
      if (!(error instanceof ContentFaults)) throw error;
      return error.faults;
    }
  }

  function changed(): void {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      reload().then(
        (faults) => {
          if (faults.length === 0) log.info({}, 'Flows and sheets were read again.');
          else log.error({ faults }, 'Flows or sheets have faults: the last good version goes on.');
        },
        (error: unknown) =>
          log.error(
            describeError(error),
            'Flows and sheets could not be read: the last good version goes on.',
          ),
      );
    }, SETTLE_MS);
  }

  return {
    core: () => current.core,
    listen: (texts) => current.library.listen(texts),
    apology: (language) => apology(current.core, language),
    pages: {
      sheets: () => current.pages.sheets(),
      lines: (slug, section) => current.pages.lines(slug, section),
    },
    reload,
    watch: () => {
      watchers = ['knowledge', 'flows'].map((name) =>
        watch(`${folder}/${name}`, { recursive: true }, changed),
      );
    },
    close: () => {
      if (timer) clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      watchers = [];
    },
  };
}

async function read({ clock, publicUrl, ambito, folder = ROOT }: ContentOptions): Promise<Version> {
  const knowledge = await loadKnowledge(`${folder}/knowledge`, dayInItaly(clock.now()));
  const { sheets, numbers, offices, vocabulary } = knowledge;
  const flows = await loadFlows(
    `${folder}/flows`,
    sheets.map(({ slug }) => slug),
  );
  const emergencies = await loadEmergencies(`${folder}/knowledge`);
  const faults = [
    ...knowledge.faults.map(describeFault),
    ...flows.faults.filter(({ weight }) => weight === 'error').map(faultLine),
    ...emergencies.faults.map(describeFault),
  ];
  if (faults.length > 0 || vocabulary === null || !flows.ok || emergencies.replies === null) {
    throw new ContentFaults(faults);
  }
  const { replies } = emergencies;
  const library = createLibrary({ sheets, numbers, offices, vocabulary, clock, publicUrl });
  return {
    library,
    pages: createPublicLibrary({ sheets, numbers, offices, clock }),
    core: {
      flows: flows.flows,
      phrases: flows.phrases,
      recogniseCrisis,
      otherOffice: (id) => library.otherOffice(id)?.say ?? null,
      emergencyReply: (kind, language) => emergencyReply(replies, numbers, kind, language),
      links: { notice: `${publicUrl}/informativa` },
      ambito: { name: ambito },
    },
  };
}

function apology({ phrases }: CoreFrame, language: Language): OutgoingMessage {
  const choices = (['person', 'menu'] as const).flatMap((what) => {
    const found = label(phrases, ALWAYS[what], language);
    return found === null ? [] : [{ id: ALWAYS[what], label: found.label }];
  });
  return { text: phrase(phrases, 'guaio', language) ?? '', choices };
}
