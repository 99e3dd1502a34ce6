import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../lib/clock.ts';
import type { Ids } from '../../lib/ids.ts';
import { describeError, type Log } from '../../lib/log.ts';
import { sendPage } from '../../web/headers.ts';
import type { IncomingContent, Receive } from '../channel.ts';
import { embedScript } from './embed.ts';
import { type Problem, WEBCHAT_MESSAGES } from './messages.ts';
import { requestOrigin } from './origin.ts';
import { type PresentedEntry, providerMessageId } from './present.ts';
import type { RateLimit } from './rate.ts';
import { ChatQuery, languageHint, PostedMessage, TEXT_LIMIT } from './schema.ts';
import type { SessionKeeper } from './session.ts';
import type { WebchatEntry, WebchatStore } from './store.ts';
import type { Streams } from './streams.ts';
import { blankPage, chatPage, chatUrl, refusedPage } from './views/page.ts';

export interface RouteParts {
  readonly ambito: string;
  readonly store: WebchatStore;
  readonly sessions: SessionKeeper;
  readonly streams: Streams;
  readonly present: (entry: WebchatEntry) => PresentedEntry;
  readonly rate: RateLimit;
  readonly publicUrl: URL;
  readonly embedOrigins: readonly string[];
  readonly logger: Pick<Log, 'error'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly receive: Receive;
  /** Order among messages of the same second. */
  readonly nextSequence: () => number;
  readonly isStopped: () => boolean;
}

/** How many of the last entries the page shows at first. */
const PAGE_ENTRIES = 200;
/** Without JavaScript the page reloads for so long after a message; later the citizen does it. */
const AWAITED_MS = 30_000;
/** Above the text limit, so that a text that is too long gets a kind sentence. */
const BODY_LIMIT = 256_000;

const STATUS: Readonly<Record<Problem, number>> = {
  'too-many': 429,
  'too-long': 413,
  empty: 400,
  unreadable: 400,
  expired: 403,
  foreign: 403,
  'not-stored': 503,
};

interface Visit {
  readonly sessionId: string;
  readonly embedded: boolean;
  readonly isNew: boolean;
}

/** Adds the web chat's routes, with a form reader of their own that other routes do not see. */
export async function registerWebchatRoutes(server: FastifyInstance, parts: RouteParts): Promise<void> {
  await server.register(async (scope) => {
    const form = 'application/x-www-form-urlencoded';
    if (!scope.hasContentTypeParser(form)) {
      scope.addContentTypeParser(form, { parseAs: 'string' }, (_request, body, done) => {
        done(null, Object.fromEntries(new URLSearchParams(String(body))));
      });
    }
    scope.setErrorHandler(async (error, request, reply) => {
      const status = statusOf(error);
      if (status >= 500) parts.logger.error(describeError(error), 'The web chat could not answer');
      const problem: Problem = status === 413 ? 'too-long' : status < 500 ? 'unreadable' : 'not-stored';
      const visit = visitOf(request, reply);
      // What failed may be the store: this page does without it.
      return refuse(request, reply, status >= 500 ? { ...visit, isNew: true } : visit, problem, '');
    });

    const script = embedScript();
    scope.get('/chat', showPage);
    scope.get('/chat/events', { exposeHeadRoute: false }, openStream);
    scope.post('/chat/messages', { bodyLimit: BODY_LIMIT }, takeMessage);
    scope.post('/chat/leave', leave);
    scope.get('/chat/vuota', async (_request, reply) => sendPage(reply, blankPage()));
    scope.get('/chat/embed.js', async (_request, reply) =>
      reply
        .type('text/javascript; charset=utf-8')
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('cache-control', 'public, max-age=3600')
        .send(script),
    );
  });

  async function showPage(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    return sendChat(reply, visitOf(request, reply), null, '');
  }

  async function openStream(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    const query = ChatQuery.parse(request.query);
    const sessionId = parts.sessions.read(request.headers.cookie, query.embed === '1');
    if (parts.isStopped()) return reply.code(503).header('retry-after', '2').send();
    reply.hijack();
    if (sessionId === null) {
      reply.raw
        .writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
        .end('event: ended\ndata: {}\n\n');
      return undefined;
    }
    const last = request.headers['last-event-id'];
    const after = (typeof last === 'string' ? last : undefined) ?? query.after ?? '';
    parts.streams.add(sessionId, reply.raw, after === '' ? null : after);
    return undefined;
  }

  async function takeMessage(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (isForeign(request)) return refuseForeign(request, reply);
    const visit = visitOf(request, reply);
    const posted = PostedMessage.safeParse(request.body);
    if (!posted.success) return refuse(request, reply, visit, 'unreadable', '');
    const { text, choice, clientId, csrf } = posted.data;
    const draft = text ?? '';
    if (!isJson(request) && !parts.sessions.isFormToken(visit.sessionId, csrf)) {
      return refuse(request, reply, visit, 'expired', draft);
    }
    if (text === '') return refuse(request, reply, visit, 'empty', '');
    if (draft.length > TEXT_LIMIT) return refuse(request, reply, visit, 'too-long', draft);
    const wait = parts.rate.take(visit.sessionId);
    if (wait !== null) {
      reply.header('retry-after', Math.ceil(wait / 1000));
      return refuse(request, reply, visit, 'too-many', draft);
    }
    if (parts.isStopped()) return refuse(request, reply, visit, 'not-stored', draft);

    const content: IncomingContent =
      choice === undefined ? { kind: 'text', text: draft } : { kind: 'choice', choiceId: choice };
    const hint = languageHint(request.headers['accept-language']);
    try {
      const receipt = await parts.receive({
        channel: 'webchat',
        providerMessageId: providerMessageId(visit.sessionId, clientId),
        address: visit.sessionId,
        sentAt: parts.clock.now(),
        sequence: parts.nextSequence(),
        ...(hint === undefined ? {} : { languageHint: hint }),
        content,
      });
      parts.streams.notify(visit.sessionId);
      if (isJson(request))
        return reply.header('cache-control', 'no-store').send({ receipt, newSession: visit.isNew });
      return reply.redirect(`${chatUrl(visit.embedded)}#messaggio`, 303);
    } catch (error) {
      parts.logger.error(describeError(error), 'A web chat message could not be stored');
      return refuse(request, reply, visit, 'not-stored', draft);
    }
  }

  /** Drops the cookie and ends the session's streams; what was written stays with the service. */
  async function leave(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (isForeign(request)) return refuseForeign(request, reply);
    const visit = visitOf(request, reply);
    parts.streams.end(visit.sessionId, 'ended');
    reply.removeHeader('set-cookie').header('set-cookie', parts.sessions.droppedCookie(visit.embedded));
    const exit = (request.query as { exit?: string }).exit === '1';
    return reply.redirect(exit ? '/chat/vuota' : chatUrl(visit.embedded), 303);
  }

  /** Whose visit it is; a cookie that is missing or not ours starts a new session. */
  function visitOf(request: FastifyRequest, reply: FastifyReply): Visit {
    const embedded = ChatQuery.safeParse(request.query).data?.embed === '1';
    const known = parts.sessions.read(request.headers.cookie, embedded);
    const sessionId = known ?? parts.ids.next();
    reply.removeHeader('set-cookie').header('set-cookie', parts.sessions.cookie(sessionId, embedded));
    return { sessionId, embedded, isNew: known === null };
  }

  function isForeign(request: FastifyRequest): boolean {
    return requestOrigin(request.headers, parts.publicUrl) === 'foreign';
  }

  /** Sets no cookie: another site's form must not be able to replace the one the citizen has. */
  async function refuseForeign(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const message = WEBCHAT_MESSAGES.problems.foreign;
    if (isJson(request)) return reply.code(STATUS.foreign).send({ error: 'foreign', message });
    return sendPage(reply, refusedPage(parts.ambito, message), { status: STATUS.foreign });
  }

  async function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
    problem: Problem,
    draft: string,
  ): Promise<FastifyReply> {
    if (isJson(request)) {
      const message = WEBCHAT_MESSAGES.problems[problem];
      return reply
        .code(STATUS[problem])
        .header('cache-control', 'no-store')
        .send({ error: problem, message });
    }
    return sendChat(reply, visit, problem, draft);
  }

  async function sendChat(
    reply: FastifyReply,
    visit: Visit,
    problem: Problem | null,
    draft: string,
  ): Promise<FastifyReply> {
    const history = visit.isNew ? [] : await parts.store.history(visit.sessionId, null, PAGE_ENTRIES);
    const page = chatPage({
      ambito: parts.ambito,
      entries: history.map(parts.present),
      form: {
        csrf: parts.sessions.formToken(visit.sessionId),
        embedded: visit.embedded,
        newClientId: () => parts.ids.next(),
      },
      awaiting: problem === null && isAwaited(history.at(-1)),
      problem,
      draft,
    });
    return sendPage(reply, page, {
      status: problem === null ? 200 : STATUS[problem],
      framedBy: visit.embedded ? parts.embedOrigins : [],
    });
  }

  function isAwaited(last: WebchatEntry | undefined): boolean {
    return last?.from === 'citizen' && parts.clock.now().getTime() - last.at.getTime() < AWAITED_MS;
  }
}

function isJson(request: FastifyRequest): boolean {
  return (request.headers['content-type'] ?? '').startsWith('application/json');
}

function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500;
}
