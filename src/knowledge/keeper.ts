/** Keeps the library in use: a reload with faults leaves the last good one in its place. */
import { describeFault, type Fault } from './fault.ts';
import { createLibrary, type Library, type LibraryParts } from './library.ts';
import { type LoadedKnowledge, loadKnowledge } from './load.ts';
import { dayInItaly } from './today.ts';

export type KeeperParts = Pick<LibraryParts, 'clock' | 'publicUrl' | 'extraRetrievers'>;

export type Reload =
  | { readonly replaced: true; readonly warnings: readonly Fault[] }
  | { readonly replaced: false; readonly faults: readonly Fault[]; readonly warnings: readonly Fault[] };

export interface LibraryKeeper {
  /** The library to use now: take it once a turn, so that a turn sees one version. */
  current(): Library;
  /** Reads the folder again; with faults the library stays as it was. */
  reload(): Promise<Reload>;
}

/**
 * @param directory the knowledge folder
 * @throws KnowledgeFaults when the first reading finds a fault: a service does not start on doubtful sheets
 */
export async function createLibraryKeeper(directory: string, parts: KeeperParts): Promise<LibraryKeeper> {
  const load = () => loadKnowledge(directory, dayInItaly(parts.clock.now()));
  const first = await load();
  if (first.faults.length > 0) throw new KnowledgeFaults(first.faults);
  let library = libraryOf(first, parts);
  return {
    current: () => library,
    reload: async () => {
      const { faults, warnings, ...loaded } = await loadOrFault(directory, load);
      if (faults.length > 0) return { replaced: false, faults, warnings };
      library = libraryOf(loaded, parts);
      return { replaced: true, warnings };
    },
  };
}

/** A folder that cannot be read is a fault like another while a good library is in use. */
async function loadOrFault(
  directory: string,
  load: () => Promise<LoadedKnowledge>,
): Promise<LoadedKnowledge> {
  try {
    return await load();
  } catch (error) {
    const what = `the folder cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return { ...NOTHING_LOADED, faults: [{ file: directory, line: 1, what, mend: 'Put the folder back.' }] };
  }
}

const NOTHING_LOADED: LoadedKnowledge = {
  sheets: [],
  parsed: [],
  numbers: new Map(),
  offices: new Map(),
  vocabulary: null,
  sayings: [],
  faults: [],
  warnings: [],
};

/** The knowledge folder has faults; the message lists them for its author. */
export class KnowledgeFaults extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(`The knowledge folder has ${faults.length} faults:\n${faults.map(describeFault).join('\n')}`);
    this.name = 'KnowledgeFaults';
    this.faults = faults;
  }
}

function libraryOf(loaded: Omit<LoadedKnowledge, 'faults' | 'warnings'>, parts: KeeperParts): Library {
  const { sheets, numbers, offices, vocabulary } = loaded;
  if (vocabulary === null) throw new Error('A knowledge folder without faults has its vocabulary');
  return createLibrary({ ...parts, sheets, numbers, offices, vocabulary });
}
