import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const FOLDER = join(import.meta.dirname, '../../public/assets');

/** Changes whenever one of our files does, so that browsers can keep them for a year. */
const VERSION = readVersion();

/** The address of one of our static files, with its version. */
export function assetUrl(name: string): string {
  return `/assets/${name}?v=${VERSION}`;
}

/** The text of one of our static files. Throws when there is none. */
export function readAsset(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}

const served = new WeakSet<FastifyInstance>();

/** Serves `public/assets` at `/assets/`; each part with pages asks for it, the first one gets it. */
export async function registerAssets(server: FastifyInstance): Promise<void> {
  if (served.has(server)) return;
  served.add(server);
  await server.register(fastifyStatic, {
    root: FOLDER,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  });
}

function readVersion(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(FOLDER, { encoding: 'utf8' }).sort()) {
    if (/\.(?:css|js|svg)$/.test(name)) hash.update(readFileSync(join(FOLDER, name)));
  }
  return hash.digest('base64url').slice(0, 10);
}
