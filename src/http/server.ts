/** The HTTP server, before anybody adds routes: limits, headers, and errors that say nothing of what was sent. */
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import { describeError, type Log } from '../lib/log.ts';

export interface ServerOptions {
  readonly log: Log;
}

/** Requests a minute from one address on the pages; webhooks and event streams are not counted. */
const PAGES_A_MINUTE = 600;

export async function createServer({ log }: ServerOptions): Promise<FastifyInstance> {
  const server = Fastify({
    logger: false,
    // A reverse proxy on the same machine names the caller.
    trustProxy: 'loopback',
    bodyLimit: 1_048_576,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200 },
  });
  await server.register(rateLimit, {
    global: true,
    max: PAGES_A_MINUTE,
    timeWindow: '1 minute',
    allowList: (request) => request.url.startsWith('/webhooks/') || request.url.startsWith('/health/'),
  });
  server.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('x-content-type-options')) reply.header('x-content-type-options', 'nosniff');
  });
  server.setErrorHandler(async (error, request, reply) => {
    const status = statusOf(error);
    if (status >= 500) {
      log.error(
        { route: request.routeOptions.url ?? 'none', status, ...describeError(error) },
        'A request failed.',
      );
    }
    return reply.code(status).send({ error: WORDS[status] ?? (status >= 500 ? 'error' : 'refused') });
  });
  return server;
}

const WORDS: Readonly<Record<number, string>> = {
  400: 'malformed',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not found',
  413: 'too large',
  415: 'unsupported media type',
  429: 'too many requests',
  503: 'unavailable',
};

function statusOf(error: unknown): number {
  const named = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof named === 'number' && named >= 400 && named < 600 ? named : 500;
}
