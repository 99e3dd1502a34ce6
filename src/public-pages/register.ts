import type { FastifyInstance, FastifyReply } from 'fastify';
import { COMUNI } from '../conversation/state.ts';
import type { Sheet } from '../knowledge/sheet.ts';
import { dayInItaly } from '../knowledge/today.ts';
import { type Clock, systemClock } from '../lib/clock.ts';
import type { Language } from '../lib/language.ts';
import { registerAssets } from '../web/assets.ts';
import { type PageOptions, sendPage } from '../web/headers.ts';
import type { Html } from '../web/html.ts';
import { type Page, page } from '../web/layout.ts';
import { ACCESSIBILITY_MESSAGES, type AccessibilityFacts } from './accessibility-messages.ts';
import { homeContent } from './home.ts';
import { sheetPath } from './languages.ts';
import type { PublicLibrary } from './library.ts';
import { PAGES_MESSAGES as MESSAGES } from './messages.ts';
import { NOTICE_MESSAGES, type NoticeFacts } from './notice-messages.ts';
import { linkedData, linkedDataBlock } from './open-data/json-ld.ts';
import { registerPublicData } from './open-data/register.ts';
import { SearchQuery, SheetParameters, SheetQuery } from './parameters.ts';
import { type DrawCode, printFoot } from './print-foot.ts';
import type { Search } from './search.ts';
import { foundContent, servicesContent } from './services.ts';
import { sheetContent } from './sheet-page.ts';
import { accessibilityContent, notFoundContent, noticeContent } from './simple-pages.ts';

export interface PublicPagesOptions {
  readonly library: PublicLibrary;
  readonly search: Search;
  readonly publicUrl: string;
  /** As in "Ambito di …". */
  readonly ambito: string;
  /** The machine's when not given. */
  readonly clock?: Clock;
  /** Draws the address of the chat for printed pages; without it only the address is printed. */
  readonly drawCode?: DrawCode;
  /** What only the Ambito can say; the pages say honestly what is missing. */
  readonly notice?: NoticeFacts;
  readonly accessibility?: AccessibilityFacts;
}

/** What a result page is: kept by nobody, and no matter of search engines. */
const RESULT: PageOptions = { cache: 'private' };

/** Adds the pages that need no account, and the catalogue as open data. */
export async function registerPublicPages(
  server: FastifyInstance,
  options: PublicPagesOptions,
): Promise<void> {
  const { library, search, publicUrl, ambito, clock = systemClock } = options;
  await registerAssets(server);
  const chat = new URL('/chat', publicUrl).href;
  const code = options.drawCode === undefined ? null : await options.drawCode(chat);

  function send(
    reply: FastifyReply,
    path: string,
    texts: Pick<Page, 'title' | 'description'>,
    content: Html,
    pageOptions: PageOptions = { cache: 'public' },
  ): FastifyReply {
    const canonical = new URL(path, publicUrl).href;
    return sendPage(reply, page({ ...texts, ambito, path, canonical, content }), pageOptions);
  }

  function sendSheet(reply: FastifyReply, sheet: Sheet, asked: Language): FastifyReply {
    const translation = library.translation(sheet.slug, asked);
    const language = translation === null ? 'it' : asked;
    const path = sheetPath(sheet.slug, language);
    const title = translation === null ? sheet.title : `${translation.title} (${sheet.title})`;
    const content = sheetContent({
      sheet,
      library,
      language: asked,
      today: dayInItaly(clock.now()),
      printFoot: printFoot({ chat, page: new URL(path, publicUrl).href }, code),
      linkedData: linkedDataBlock(linkedData(sheet, options)),
    });
    reply.header('link', alternates(sheet.slug));
    return send(
      reply,
      path,
      { title, ...(sheet.summary === '' ? {} : { description: sheet.summary }) },
      content,
    );
  }

  /** The same sheet in its other languages and as data, for search engines and programs (RFC 8288). */
  function alternates(slug: string): string {
    const address = (path: string): string => new URL(path, publicUrl).href;
    const languages = (['it', ...library.languages(slug)] as const).map(
      (language) => `<${address(sheetPath(slug, language))}>; rel="alternate"; hreflang="${language}"`,
    );
    return [
      ...languages,
      `<${address(sheetPath(slug, 'it'))}>; rel="alternate"; hreflang="x-default"`,
      `<${address(`/api/servizi/${slug}.jsonld`)}>; rel="alternate"; type="application/ld+json"`,
    ].join(', ');
  }

  server.get('/', (_request, reply) => send(reply, '/', MESSAGES.home, homeContent(library, COMUNI)));

  server.get('/servizi', async (request, reply) => {
    const found = await search(SearchQuery.parse(request.query).q);
    if (found === null) return send(reply, '/servizi', MESSAGES.services, servicesContent(library));
    reply.header('x-robots-tag', 'noindex');
    const content = foundContent(found, library);
    return send(reply, '/servizi', { title: MESSAGES.search.title }, content, RESULT);
  });

  server.get('/servizi/:slug', (request, reply) => {
    const parsed = SheetParameters.safeParse(request.params);
    const sheet = library.sheets().find(({ slug }) => slug === parsed.data?.slug);
    if (sheet === undefined) return sendNotFound(reply, ambito);
    return sendSheet(reply, sheet, SheetQuery.parse(request.query).lingua);
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

  registerPublicData(server, options);

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
