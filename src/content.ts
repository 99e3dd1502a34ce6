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
import type { KnowledgeBase, WrittenKnowledge } from './knowledge/base.ts';
import { describeFault } from './knowledge/fault.ts';
import { createLibrary, type Library } from './knowledge/library.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { knownMatters, loadRequests } from './knowledge/load-requests.ts';
import type { Clock } from './lib/clock.ts';
import type { Language } from './lib/language.ts';
import { describeError, type Log } from './lib/log.ts';
import { dayInItaly } from './lib/today.ts';
import { type Examples, type Models, prepareModels } from './models.ts';
import type { CoreFrame } from './pipeline/turn.ts';
import { createPublicLibrary, createSearch, type PublicLibrary, type Search } from './public-pages/index.ts';
import { loadEmergencies } from './safety/load.ts';
import { loadCries } from './safety/load-cries.ts';
import { createCrisisRecogniser } from './safety/recognise.ts';
import { type Emergencies, emergencyReply } from './safety/replies.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What is learnt can be learnt again: it is kept with what an installation makes for itself. */
const MODELS = `${ROOT}/node_modules/.cache/segretariato/models`;

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
  /** Where models that were learnt are kept. */
  readonly models?: string;
}

export interface Content {
  readonly core: () => CoreFrame;
  readonly listen: (texts: readonly string[]) => Promise<Knowledge>;
  /** What is said when something of ours broke for good. */
  readonly apology: (language: Language) => OutgoingMessage;
  readonly pages: PublicLibrary;
  /** The search of the catalogue: it understands as the chat does. */
  readonly search: Search;
  readonly library: () => Library;
  /** What the library stands on. */
  readonly base: () => KnowledgeBase;
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
  readonly models: Models;
  /** The same texts with what is learnt from them. */
  readonly learn: () => Promise<Version>;
  readonly base: KnowledgeBase;
  readonly library: Library;
  readonly core: CoreFrame;
  readonly pages: PublicLibrary;
}

/** @throws ContentFaults */
export async function openContent(options: ContentOptions): Promise<Content> {
  const { log, folder = ROOT } = options;
  let current = await read(options, null);
  let watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  async function reload(): Promise<readonly string[]> {
    try {
      current = await read(options, current.models);
    } catch (error) {
      if (!(error instanceof ContentFaults)) throw error;
      return error.faults;
    }
    learnAgain(current);
    return [];
  }

  /** What an author changed is shown at once; that it is also learnt from takes half a minute, and is not waited for. */
  function learnAgain(changedVersion: Version): void {
    changedVersion.learn().then(
      (learnt) => {
        if (current === changedVersion && !closed) current = learnt;
      },
      (error: unknown) => log.error(describeError(error), 'The example messages could not be learnt from.'),
    );
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
    library: () => current.library,
    base: () => current.base,
    listen: (texts) => current.library.listen(texts),
    apology: (language) => apology(current.core, language),
    pages: {
      sheets: () => current.pages.sheets(),
      lines: (slug, section) => current.pages.lines(slug, section),
      figures: (slug) => current.pages.figures(slug),
      contacts: (slug) => current.pages.contacts(slug),
      telephones: () => current.pages.telephones(),
      languages: (slug) => current.pages.languages(slug),
      translation: (slug, language) => current.pages.translation(slug, language),
      words: (language) => current.pages.words(language),
    },
    search: createSearch({
      listen: (texts) => current.library.listen(texts),
      otherOffice: (id) => current.library.otherOffice(id)?.say ?? null,
      recogniseCrisis: (text) => current.core.recogniseCrisis(text),
      emergencyReply: (kind, language) => current.core.emergencyReply(kind, language),
    }),
    reload,
    watch: () => {
      watchers = ['knowledge', 'flows'].map((name) =>
        watch(`${folder}/${name}`, { recursive: true }, changed),
      );
    },
    close: () => {
      closed = true;
      if (timer) clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      watchers = [];
    },
  };
}

/** @param before the models to go on with while those of the new texts are not learnt; null: they are waited for */
async function read(options: ContentOptions, before: Models | null): Promise<Version> {
  const { clock, folder = ROOT, models: kept = MODELS, log } = options;
  const { faults, base, loadedFlows, replies, examples } = await readAll(folder, clock);
  if (faults.length > 0 || base === null || loadedFlows === null || replies === null) {
    throw new ContentFaults(faults);
  }
  const whole: WholeTexts = { base, loadedFlows, replies };
  const prepare = async (): Promise<Models> => {
    const models = await prepareModels(kept, examples, base);
    if (models.notKept !== null) {
      log.warn({ folder: kept }, 'What was learnt could not be kept: every start will learn it again.');
    }
    return models;
  };
  const learn = async (): Promise<Version> => assemble(whole, await prepare(), options, learn);
  return before === null ? learn() : assemble(whole, before, options, learn);
}

interface WholeTexts {
  readonly base: WrittenKnowledge;
  readonly loadedFlows: Pick<CoreFrame, 'flows' | 'phrases'>;
  readonly replies: Emergencies;
}

function assemble(
  { base, loadedFlows, replies }: WholeTexts,
  models: Models,
  { clock, publicUrl, ambito }: ContentOptions,
  learn: () => Promise<Version>,
): Version {
  const whole: KnowledgeBase = { ...base, ...models.knowledge };
  const library = createLibrary({ base: whole, clock, publicUrl });
  const crises = createCrisisRecogniser(models.cries, base.vocabulary.abbreviations);
  return {
    models,
    learn,
    base: whole,
    library,
    pages: createPublicLibrary({ ...whole, phrases: loadedFlows.phrases, clock }),
    core: {
      flows: loadedFlows.flows,
      phrases: loadedFlows.phrases,
      recogniseCrisis: crises.recognise,
      suspectCrisis: crises.suspect,
      otherOffice: (id) => library.otherOffice(id)?.say ?? null,
      emergencyReply: (kind, language) => emergencyReply(replies, whole.numbers, kind, language),
      links: { notice: `${publicUrl}/informativa` },
      ambito: { name: ambito },
    },
  };
}

interface Read {
  /** A line each; while there is one, what follows may be null or lack something. */
  readonly faults: readonly string[];
  readonly base: WrittenKnowledge | null;
  readonly loadedFlows: Pick<CoreFrame, 'flows' | 'phrases'> | null;
  readonly replies: Emergencies | null;
  readonly examples: Examples;
}

async function readAll(folder: string, clock: Clock): Promise<Read> {
  const knowledge = await loadKnowledge(`${folder}/knowledge`, dayInItaly(clock.now()));
  const { sheets, vocabulary, figureWords } = knowledge;
  const slugs = sheets.map(({ slug }) => slug);
  const [flows, emergencies, requests, cries] = await Promise.all([
    loadFlows(`${folder}/flows`, slugs),
    loadEmergencies(`${folder}/knowledge`),
    loadRequests(`${folder}/knowledge/requests`, knownMatters(sheets, vocabulary?.otherOffices ?? [])),
    loadCries(`${folder}/knowledge/cries`),
  ]);
  return {
    faults: [
      ...knowledge.faults.map(describeFault),
      ...flows.faults.filter(({ weight }) => weight === 'error').map(faultLine),
      ...[...emergencies.faults, ...requests.faults, ...cries.faults].map(describeFault),
    ],
    // Only what is used: what was parsed, with its lines, is large.
    base:
      vocabulary === null || figureWords === null
        ? null
        : {
            sheets,
            translations: knowledge.translations,
            numbers: knowledge.numbers,
            offices: knowledge.offices,
            vocabulary,
            figureWords,
          },
    loadedFlows: flows.ok ? flows : null,
    replies: emergencies.replies,
    examples: { requests: requests.examples, followUps: requests.followUps, cries: cries.examples },
  };
}

function apology({ phrases }: CoreFrame, language: Language): OutgoingMessage {
  const choices = (['person', 'menu'] as const).flatMap((what) => {
    const found = label(phrases, ALWAYS[what], language);
    return found === null ? [] : [{ id: ALWAYS[what], label: found.label }];
  });
  return { text: phrase(phrases, 'guaio', language) ?? '', choices };
}
