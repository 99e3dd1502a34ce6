import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Sheet } from '../../knowledge/sheet.ts';
import { findSheet, type PublicLibrary } from '../library.ts';
import { SheetParameters } from '../parameters.ts';
import { catalogue, sheetData } from './catalogue.ts';
import { catalogueCsv } from './csv.ts';
import { hsdsBase, hsdsService, hsdsServices } from './hsds.ts';
import { linkedData } from './json-ld.ts';
import { LICENCE } from './licence.ts';

export interface PublicDataOptions {
  readonly library: PublicLibrary;
  readonly publicUrl: string;
  readonly ambito: string;
}

const MOST_A_PAGE = 100;
const PageQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  per_page: z.coerce.number().int().min(1).max(MOST_A_PAGE).catch(MOST_A_PAGE),
});
const ServiceParameters = z.object({ id: z.uuid() });

/** Adds the catalogue as open data: our own JSON, a table, linked data, HSDS. */
export function registerPublicData(server: FastifyInstance, options: PublicDataOptions): void {
  const { library, publicUrl } = options;

  function asked(parameters: unknown): Sheet | undefined {
    const parsed = SheetParameters.safeParse(parameters);
    return parsed.success ? findSheet(library, parsed.data.slug) : undefined;
  }

  server.get('/api/servizi', (_request, reply) => sendData(reply, catalogue(library, publicUrl)));

  server.get('/api/servizi.csv', (_request, reply) =>
    sendData(
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="servizi.csv"'),
      catalogueCsv(library, publicUrl),
    ),
  );

  server.get('/api/servizi/:slug', (request, reply) => {
    const sheet = asked(request.params);
    return sheet === undefined ? sendMissing(reply) : sendData(reply, sheetData(sheet, library, publicUrl));
  });

  server.get('/api/servizi/:slug(^[a-z0-9-]+).jsonld', (request, reply) => {
    const sheet = asked(request.params);
    if (sheet === undefined) return sendMissing(reply);
    return sendData(
      reply.type('application/ld+json; charset=utf-8'),
      JSON.stringify(linkedData(sheet, options)),
    );
  });

  server.get('/api/hsds', (_request, reply) => sendData(reply, hsdsBase()));

  server.get('/api/hsds/services', (request, reply) => {
    const { page, per_page: perPage } = PageQuery.parse(request.query);
    return sendData(reply, hsdsServices({ page, perPage }, options));
  });

  server.get('/api/hsds/services/:id', (request, reply) => {
    const parsed = ServiceParameters.safeParse(request.params);
    const service = parsed.success ? hsdsService(parsed.data.id, options) : null;
    return service === null ? sendMissing(reply) : sendData(reply, service);
  });
}

function sendData(reply: FastifyReply, data: object | string): FastifyReply {
  return reply
    .header('cache-control', 'public, max-age=300')
    .header('link', `<${LICENCE.url}>; rel="license"`)
    .send(data);
}

function sendMissing(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ error: 'not found' });
}
