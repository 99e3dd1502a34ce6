import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { COMUNI } from '../conversation/state.ts';
import { dayInItaly } from '../knowledge/today.ts';
import { type Clock, systemClock } from '../lib/clock.ts';
import { registerAssets } from '../web/assets.ts';
import { sendPage } from '../web/headers.ts';
import type { Html } from '../web/html.ts';
import { type Page, page } from '../web/layout.ts';
import { ACCESSIBILITY_MESSAGES, type AccessibilityFacts } from './accessibility-messages.ts';
import { catalogue, sheetData } from './api.ts';
import { homeContent } from './home.ts';
import type { PublicLibrary } from './library.ts';
import { PAGES_MESSAGES as MESSAGES } from './messages.ts';
import { NOTICE_MESSAGES, type NoticeFacts } from './notice-messages.ts';
import { servicesContent } from './services.ts';
import { sheetContent } from './sheet-page.ts';
import { accessibilityContent, notFoundContent, noticeContent } from './simple-pages.ts';

export interface PublicPagesOptions {
  readonly library: PublicLibrary;
  readonly publicUrl: string;
  /** As in "Ambito di …". */
  readonly ambito: string;
  /** The machine's when not given. */
  readonly clock?: Clock;
  /** What only the Ambito can say; the pages say honestly what is missing. */
  readonly notice?: NoticeFacts;
  readonly accessibility?: AccessibilityFacts;
}

const SheetParameters = z.object({ slug: z.string().regex(/^[a-z0-9-]{1,80}$/) });

/** Adds the pages that need no account, and the catalogue as JSON. */
export async function registerPublicPages(
  server: FastifyInstance,
  options: PublicPagesOptions,
): Promise<void> {
  const { library, publicUrl, ambito, clock = systemClock } = options;
  await registerAssets(server);

  function send(
    reply: FastifyReply,
    path: string,
    texts: Pick<Page, 'title' | 'description'>,
    content: Html,
  ): FastifyReply {
    const canonical = new URL(path, publicUrl).href;
    return sendPage(reply, page({ ...texts, ambito: ambito, path, canonical, content }), {
      cache: 'public',
    });
  }

  function findSheet(parameters: unknown) {
    const parsed = SheetParameters.safeParse(parameters);
    return parsed.success ? library.sheets().find((sheet) => sheet.slug === parsed.data.slug) : undefined;
  }

  server.get('/', (_request, reply) => send(reply, '/', MESSAGES.home, homeContent(library, COMUNI)));

  server.get('/servizi', (_request, reply) =>
    send(reply, '/servizi', MESSAGES.services, servicesContent(library)),
  );

  server.get('/servizi/:slug', (request, reply) => {
    const sheet = findSheet(request.params);
    if (sheet === undefined) return sendNotFound(reply, ambito);
    const today = dayInItaly(clock.now());
    return send(
      reply,
      `/servizi/${sheet.slug}`,
      { title: sheet.title, ...(sheet.summary === '' ? {} : { description: sheet.summary }) },
      sheetContent(sheet, library, today),
    );
  });

  server.get('/informativa', (_request, reply) =>
    send(reply, '/informativa', NOTICE_MESSAGES, noticeContent(options.notice ?? null)),
  );

  server.get('/accessibilita', (_request, reply) =>
    send(
      reply,
      '/accessibilita',
      ACCESSIBILITY_MESSAGES,
      accessibilityContent(options.accessibility ?? null),
    ),
  );

  server.get('/api/servizi', (_request, reply) => reply.send(catalogue(library, publicUrl)));

  server.get('/api/servizi/:slug', (request, reply) => {
    const sheet = findSheet(request.params);
    if (sheet === undefined) return reply.code(404).send({ error: 'not found' });
    return reply.send(sheetData(sheet, library, publicUrl));
  });

  server.setNotFoundHandler((request, reply) => {
    const readsPages = request.headers.accept?.includes('text/html') ?? false;
    return readsPages ? sendNotFound(reply, ambito) : reply.code(404).send({ error: 'not found' });
  });
}

function sendNotFound(reply: FastifyReply, ambito: string): FastifyReply {
  const content = notFoundContent();
  return sendPage(reply, page({ ambito, title: MESSAGES.notFound.title, path: '', content }), {
    status: 404,
  });
}
