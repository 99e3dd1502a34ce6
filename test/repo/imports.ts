/** What each file of src imports, and by which rule a file may not. */
import { posix } from 'node:path';
import { lineAt, read, repositoryFiles } from './files.ts';

export interface Import {
  /** Path from the root of the importing file, and its line. */
  readonly file: string;
  readonly line: number;
  /** For one of our files its path from `src/`; for a package or a Node module its name. */
  readonly target: string;
  readonly ours: boolean;
  /** Erased before running: the other file is not loaded. */
  readonly typeOnly: boolean;
}

const STATEMENT =
  /^(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

export function importsOf(file: string, text: string): Import[] {
  return [...text.matchAll(STATEMENT)].map((match) => {
    const name = match[2] ?? match[3] ?? '';
    const ours = name.startsWith('.');
    const target = ours ? posix.relative('src', posix.join(posix.dirname(file), name)) : name;
    return { file, line: lineAt(text, match.index), target, ours, typeOnly: match[1] !== undefined };
  });
}

export function sourceFiles(): string[] {
  return repositoryFiles().filter((file) => file.startsWith('src/') && file.endsWith('.ts'));
}

export function sourceImports(): Import[] {
  return sourceFiles().flatMap((file) => importsOf(file, read(file)));
}

/** `file:line: what` for each import that breaks one of the rules below. */
export function brokenRules(imports: readonly Import[]): string[] {
  return imports.flatMap((each) =>
    RULES.flatMap(({ of, allows, says }) =>
      of(each.file) && !allows(each) ? [`${each.file}:${each.line}: imports ${each.target}: ${says}`] : [],
    ),
  );
}

interface Rule {
  readonly of: (file: string) => boolean;
  readonly allows: (each: Import) => boolean;
  readonly says: string;
}

/** Packages and Node modules that only compute. */
const PURE_PACKAGES = /^(zod|yaml|snowball-stemmers|@langchain\/core\/.+|node:(path|path\/posix|url|util))$/;
/** The files of a pure folder that read the disk or run as a command. */
const EDGE = /\/cli\/|\/(load(-[a-z]+)?|check|prepare|worker|learn-[a-z]+)\.ts$/;

const isPure = (folder: string) => (file: string) => file.startsWith(`src/${folder}/`) && !EDGE.test(file);
const inside =
  (...folders: string[]) =>
  (file: string) =>
    folders.some((folder) => file.startsWith(`src/${folder}/`));
const channelOf = (target: string): string | undefined => /^channels\/([^/]+)\/./.exec(target)?.[1];

/** A pure folder: packages that only compute, its own files, lib, and the contracts it declares to need. */
function pure(folder: string, contracts: readonly string[]): Rule {
  const own = [`${folder}/`, 'lib/'];
  return {
    of: isPure(folder),
    allows: ({ target, ours }) =>
      ours
        ? own.some((start) => target.startsWith(start)) || contracts.includes(target)
        : PURE_PACKAGES.test(target),
    says: `src/${folder} computes: only lib and ${contracts.join(', ') || 'nothing else of ours'}, and no IO`,
  };
}

/** A package that only some folders may know. */
function kept(pattern: RegExp, ...folders: string[]): Rule {
  return {
    of: (file) => !inside(...folders)(file),
    allows: ({ target, ours }) => ours || !pattern.test(target),
    says: `that package stays inside ${folders.map((folder) => `src/${folder}`).join(', ')}`,
  };
}

/** What a pure folder may know of learning: features, examples and finished models, not how they are kept. */
const LEARNT = ['examples', 'features', 'lesson', 'model', 'train'].map((name) => `classifier/${name}.ts`);

const RULES: readonly Rule[] = [
  pure('conversation', ['safety/crisis.ts']),
  pure('classifier', []),
  pure('safety', LEARNT),
  pure('handoff', ['conversation/ports.ts']),
  pure('knowledge', ['conversation/ports.ts', 'safety/crisis.ts', ...LEARNT]),
  {
    of: inside('lib'),
    allows: ({ target, ours }) => !ours || target.startsWith('lib/'),
    says: 'src/lib knows nothing of the rest',
  },
  {
    of: inside('web'),
    allows: ({ target, ours }) => !ours || /^(web|lib)\//.test(target),
    says: 'src/web is layout only: web and lib',
  },
  {
    of: inside('channels'),
    allows: ({ file, target, ours }) => {
      const own = channelOf(file.replace(/^src\//, ''));
      const other = channelOf(target);
      if (!ours || target.startsWith('lib/')) return true;
      if (own === 'webchat' && target.startsWith('web/')) return true;
      return target.startsWith('channels/') && (other === undefined || other === own);
    },
    says: 'a channel knows its own folder, the contract in src/channels and lib (webchat also src/web)',
  },
  {
    of: inside('http', 'console', 'public-pages'),
    allows: ({ target }) => !/^(store\/|@prisma\/|pg$|pg-boss$|pglite|@electric-sql\/)/.test(target),
    says: 'web pages never reach the store',
  },
  {
    of: (file) => file !== 'src/app.ts' && !inside('channels', 'cli')(file),
    allows: ({ target, typeOnly }) => typeOnly || channelOf(target) === undefined,
    says: 'only src/app.ts makes channels',
  },
  kept(/^(@prisma\/|pg$|pglite|@electric-sql\/)/, 'store'),
  kept(/^pg-boss$/, 'store', 'pipeline'),
  kept(/^telegraf/, 'channels/telegram'),
];
