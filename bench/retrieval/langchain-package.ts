/**
 * `BM25Retriever` of `@langchain/community`, the only package of LangChain that has it. As a dependency of ours npm
 * refuses it (a peer it insists on wants zod 3), and it would bring 80 MB for the one file that is wanted. So the package
 * alone is fetched with npm, checked, and unpacked where that file finds our `@langchain/core`: it needs nothing else.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Document } from '@langchain/core/documents';
import { z } from 'zod';

export const PACKAGE = '@langchain/community@1.1.29';
const INTEGRITY =
  'sha512-eJbE0IARueEg+Lljk7SIGGeiSnu5u0mcT0MPIF7UG6jYPNXOpSebwiXsS3aIKOyJZSj0DlmBPv7q0hkLrxDtHA==';
const FOLDER = fileURLToPath(
  new URL('../../node_modules/.cache/segretariato/bench/langchain-community-1.1.29', import.meta.url),
);
const PATIENCE_MS = 60_000;

type Sheet = Document<{ slug: string }>;

/** What the bench uses of it; not its own types, which are not installed. */
export interface Bm25Class {
  fromDocuments(docs: Sheet[], options: { k: number }): { invoke(query: string): Promise<Sheet[]> };
}

const Module = z.object({ BM25Retriever: z.custom<Bm25Class>((value) => typeof value === 'function') });
const Packed = z.tuple([z.object({ filename: z.string() })]);
const run = promisify(execFile);

/** @throws when the package is not there yet and cannot be fetched, or is another than the one measured */
export async function loadBm25(): Promise<Bm25Class> {
  if (!existsSync(FOLDER)) await fetchPackage();
  const file = join(FOLDER, 'package', 'dist', 'retrievers', 'bm25.js');
  return Module.parse(await import(pathToFileURL(file).href)).BM25Retriever;
}

async function fetchPackage(): Promise<void> {
  await mkdir(dirname(FOLDER), { recursive: true });
  const draft = await mkdtemp(`${FOLDER}-`);
  try {
    const parameters = [
      'pack',
      PACKAGE,
      '--json',
      '--prefer-offline',
      '--loglevel=error',
      '--pack-destination',
      draft,
    ];
    const { stdout } = await run('npm', parameters, { cwd: draft, timeout: PATIENCE_MS });
    const [{ filename }] = Packed.parse(JSON.parse(stdout));
    const file = join(draft, filename);
    const hash = `sha512-${createHash('sha512')
      .update(await readFile(file))
      .digest('base64')}`;
    if (hash !== INTEGRITY) throw new Error(`${PACKAGE} is not the package that was measured: ${hash}`);
    await run('tar', ['-xzf', file, '-C', draft]);
    await rm(file);
    await rename(draft, FOLDER);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
