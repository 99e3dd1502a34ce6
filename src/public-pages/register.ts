import type { FastifyInstance, FastifyReply } from 'fastify';
import { COMUNI } from '../conversation/state.ts';
import type { Sheet } from '../knowledge/sheet.ts';
import { type Clock, systemClock } from '../lib/clock.ts';
import type { Language } from '../lib/language.ts';
import { dayInItaly } from '../lib/today.ts';
import { registerAssets } from '../web/assets.ts';
import { type PageOptions, sendPage } from '../web/headers.ts';
import type { Html } from '../web/html.ts';
import { type Page, page } from '../web/layout.ts';
import { ACCESSIBILITY_MESSAGES, type AccessibilityFacts } from './accessibility-messages.ts';
import { homeContent } from './home.ts';
import { languageOf, listLanguageOf, listLanguages, listPath, sheetPath } from './languages.ts';
import { findSheet, type PublicLibrary } from './library.ts';
import { PAGES_MESSAGES as MESSAGES } from './messages.ts';
import { NOTICE_MESSAGES, type NoticeFacts } from './notice-messages.ts';
import { linkedData, linkedDataBlock } from './open-data/json-ld.ts';
import { registerPublicData } from './open-data/register.ts';
import { LanguageQuery, SearchQuery, SheetParameters } from './parameters.ts';
import { createPrintFoot } from './print-foot.ts';
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
  const address = (path: string): string => new URL(path, publicUrl).href;
  await registerAssets(server);
  const printFoot = createPrintFoot(address('/chat'));

  function send(
    reply: FastifyReply,
    path: string,
    texts: Pick<Page, 'title' | 'description'>,
    content: Html,
    pageOptions: PageOptions = { cache: 'public' },
  ): FastifyReply {
    const { href: canonical, pathname } = new URL(path, publicUrl);
    return sendPage(reply, page({ ...texts, ambito, path: pathname, canonical, content }), pageOptions);
  }

  function sendList(reply: FastifyReply, asked: Language): FastifyReply {
    const language = listLanguageOf(library, asked);
    const path = listPath(language);
    const content = servicesContent({ library, language, printFoot: printFoot(address(path)) });
    reply.header('link', alternates(listLanguages(library), listPath).join(', '));
    return send(reply, path, MESSAGES.services, content);
  }

  function sendSheet(reply: FastifyReply, sheet: Sheet, asked: Language): FastifyReply {
    const { slug } = sheet;
    const path = sheetPath(slug, languageOf(library, slug, asked));
    const translation = library.translation(slug, asked);
    const title = translation === null ? sheet.title : `${translation.title} (${sheet.title})`;
    const content = sheetContent({
      sheet,
      library,
      language: asked,
      today: dayInItaly(clock.now()),
      printFoot: printFoot(address(path)),
      linkedData: linkedDataBlock(linkedData(sheet, options)),
    });
    const data = `<${address(`/api/servizi/${slug}.jsonld`)}>; rel="alternate"; type="application/ld+json"`;
    const pages = alternates(library.languages(slug), (language) => sheetPath(slug, language));
    reply.header('link', [...pages, data].join(', '));
    const description = sheet.summary === '' ? {} : { description: sheet.summary };
    return send(reply, path, { title, ...description }, content);
  }

  /** The same page in its languages, for search engines and programs (RFC 8288). */
  function alternates(others: readonly Language[], pathOf: (language: Language) => string): string[] {
    const link = (language: Language, name: string): string =>
      `<${address(pathOf(language))}>; rel="alternate"; hreflang="${name}"`;
    return [
      ...(['it', ...others] as const).map((language) => link(language, language)),
      link('it', 'x-default'),
    ];
  }

  server.get('/', (_request, reply) => send(reply, '/', MESSAGES.home, homeContent(library, COMUNI)));

  server.get('/servizi', async (request, reply) => {
    const found = await search(SearchQuery.parse(request.query).q);
    if (found === null) return sendList(reply, LanguageQuery.parse(request.query).lingua);
    reply.header('x-robots-tag', 'noindex');
    const content = foundContent(found, library);
    return send(reply, '/servizi', { title: MESSAGES.search.title }, content, RESULT);
  });

  server.get('/servizi/:slug', (request, reply) => {
    const parsed = SheetParameters.safeParse(request.params);
    const sheet = parsed.success ? findSheet(library, parsed.data.slug) : undefined;
    if (sheet === undefined) return sendNotFound(reply, ambito);
    return sendSheet(reply, sheet, LanguageQuery.parse(request.query).lingua);
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
