/** Health: alive (the process answers) and ready (it can keep a message and every channel that is on works). */
import type { FastifyInstance } from 'fastify';
import type { Channel } from '../channels/channel.ts';

export interface HealthParts {
  /** One statement to the database; rejects when it does not answer. */
  readonly pingDatabase: () => Promise<void>;
  readonly channels: readonly Channel[];
  readonly isStopping: () => boolean;
}

const PING_TIMEOUT_MS = 2_000;

type Check = { readonly ok: boolean; readonly code?: string };

export function registerHealth(server: FastifyInstance, parts: HealthParts): void {
  server.get('/health/live', async () => ({ status: 'ok' }));
  server.get('/health/ready', async (_request, reply) => {
    const checks: Record<string, Check> = {
      process: parts.isStopping() ? { ok: false, code: 'stopping' } : { ok: true },
      database: await databaseCheck(parts.pingDatabase),
    };
    for (const channel of parts.channels) {
      const state = channel.state();
      checks[channel.name] = state.status === 'on' ? { ok: true } : { ok: false, code: state.code };
    }
    // A channel that fails is shown, but the others still serve: only the process and the database decide.
    const ready = checks.process?.ok === true && checks.database?.ok === true;
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable', checks });
  });
}

async function databaseCheck(ping: () => Promise<void>): Promise<Check> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Check>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, code: 'late' }), PING_TIMEOUT_MS);
  });
  try {
    return await Promise.race([ping().then((): Check => ({ ok: true })), late]);
  } catch {
    // Whatever the reason, the answer to the question is no; the fault itself is logged where it happens.
    return { ok: false, code: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}
