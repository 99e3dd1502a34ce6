import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FakeBotApi } from './fake-bot-api.ts';

/**
 * The side door of the fake, for runs in which it is a process of its own. `GET /__received` (`?from=N` leaves out the
 * first N), `DELETE /__received`, `GET /__stats`, `POST /__update`.
 */
export async function control(
  fake: FakeBotApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://fake');
  const json = (value: unknown) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /__received':
      return json(fake.messages.slice(Number(url.searchParams.get('from') ?? 0)));
    case 'DELETE /__received':
      fake.state.forget();
      fake.calls.length = 0;
      return json(true);
    case 'GET /__stats':
      return json({
        calls: Object.fromEntries(
          [...Map.groupBy(fake.calls, (call) => call.method)].map(([method, calls]) => [
            method,
            calls.length,
          ]),
        ),
        violations: fake.violations,
        unconfirmed: fake.state.unconfirmed,
        webhook: fake.state.webhook?.url ?? null,
      });
    case 'POST /__update':
      fake.push(JSON.parse(await readAll(request)) as { update_id: number });
      return json(true);
    default:
      response.writeHead(404).end();
  }
}

export async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
