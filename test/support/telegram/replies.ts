import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply } from './bot-state.ts';
import type { Misbehaviour } from './misbehaviour.ts';

export function refusal(status: number, description: string): Reply {
  return { ok: false, status, description };
}

/** The Bot API's envelope: the HTTP status and `error_code` say the same. */
export function answer(response: ServerResponse, reply: Reply): void {
  if (reply.ok) {
    send(response, 200, JSON.stringify({ ok: true, result: reply.result }));
    return;
  }
  const { status, description } = reply;
  send(response, status, JSON.stringify({ ok: false, error_code: status, description }));
}

/** Fails a call that had no effect. */
export function fail(
  how: Exclude<Misbehaviour, { kind: 'cut-after-accepting' }>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  switch (how.kind) {
    case 'too-many': {
      const parameters = how.retryAfter === undefined ? {} : { parameters: { retry_after: how.retryAfter } };
      const description = `Too Many Requests: retry after ${how.retryAfter ?? ''}`;
      send(response, 429, JSON.stringify({ ok: false, error_code: 429, description, ...parameters }));
      break;
    }
    case 'refuse':
      answer(response, refusal(how.status, how.description));
      break;
    case 'bad-gateway':
      send(response, 502, '<html><h1>502 Bad Gateway</h1></html>', 'text/html');
      break;
    case 'not-json':
      send(response, how.status ?? 200, '<html>Log in to the hotel network</html>', 'text/html');
      break;
    case 'hang':
      break;
    case 'cut-before':
      request.socket.destroy();
  }
}

function send(response: ServerResponse, status: number, body: string, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
}
