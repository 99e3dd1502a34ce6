import { timingSafeEqual } from 'node:crypto';
import type { FastifyError, FastifyInstance } from 'fastify';
import { describeError } from '../../lib/log.ts';
import type { Context } from './context.ts';
import type { TakeUpdate } from './intake.ts';
import { WEBHOOK_PATH } from './options.ts';

const BODY_LIMIT = 1_048_576;

/**
 * `POST /webhooks/telegram`: 401 without the secret, 400 for what is no update, 413 above 1 MiB, 500 when it could not
 * be stored and 503 while stopping (Telegram repeats for up to 24 hours), 200 once it is durable or nobody's business. The secret is looked at
 * before the body is read. Has its own parser and error handler: no piece of a body may reach a log or an answer.
 */
export function addWebhookRoute(
  server: FastifyInstance,
  context: Context,
  secret: string,
  takeUpdate: TakeUpdate,
): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    const parseJson = scope.getDefaultJsonParser('remove', 'remove');
    scope.addContentTypeParser('*', { parseAs: 'string' }, parseJson);

    // Only what Fastify refuses before the handler: malformed JSON, too large a body.
    scope.setErrorHandler((error: FastifyError, _request, reply) =>
      reply.code(error.statusCode ?? 400).send({ error: 'malformed' }),
    );

    scope.route({
      method: 'POST',
      url: WEBHOOK_PATH,
      bodyLimit: BODY_LIMIT,
      // All citizens come from Telegram's few addresses: a limit per address would drop them.
      config: { rateLimit: false },
      onRequest: async (request, reply) => {
        if (hasSecret(request.headers['x-telegram-bot-api-secret-token'], secret)) return;
        context.count('wrong-secret');
        return reply.code(401).send({ error: 'unauthorized' });
      },
      handler: async (request, reply) => {
        if (context.stopping.aborted) return reply.code(503).send({ error: 'stopping' });
        try {
          const taken = await context.track(takeUpdate(request.body));
          if (taken === 'malformed') return reply.code(400).send({ error: 'malformed' });
          return reply.code(200).send({ ok: true });
        } catch (error) {
          context.logger.error(describeError(error), 'A Telegram update could not be stored');
          return reply.code(500).send({ error: 'not-stored' });
        }
      },
    });
  });
}

/** In constant time for secrets of the right length. */
function hasSecret(given: string | string[] | undefined, secret: string): boolean {
  if (typeof given !== 'string') return false;
  const left = Buffer.from(given);
  const right = Buffer.from(secret);
  return left.length === right.length && timingSafeEqual(left, right);
}
