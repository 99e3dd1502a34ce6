import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signs and reads the cookie that carries a session's id, and the token of its forms. */
export interface SessionKeeper {
  /** The session id of a `Cookie` header; null when there is none or its signature is not ours. */
  read(cookieHeader: string | undefined, embedded: boolean): string | null;
  /** The `Set-Cookie` value that keeps a session. */
  cookie(sessionId: string, embedded: boolean): string;
  /** The `Set-Cookie` value that drops it. */
  droppedCookie(embedded: boolean): string;
  /** What a form of this session must carry back. */
  formToken(sessionId: string): string;
  isFormToken(sessionId: string, token: string | undefined): boolean;
}

export interface SessionOptions {
  /** 32 bytes. */
  readonly secret: Uint8Array;
  /** Cookies are `Secure` when people reach us over https. */
  readonly https: boolean;
  /** How long a browser keeps the cookie after the last visit. */
  readonly days: number;
}

/**
 * A chat in another site's frame has a cookie of its own name: browsers keep it apart (`Partitioned`), and must not
 * mix it with that of the page opened by itself.
 */
const NAME = 'segretariato_chat';
const EMBEDDED_NAME = 'segretariato_chat_riquadro';
const DAY_S = 86_400;

export function createSessionKeeper(options: SessionOptions): SessionKeeper {
  const sign = (purpose: string, sessionId: string): string =>
    createHmac('sha256', options.secret).update(`${purpose}\n${sessionId}`).digest('base64url');

  function attributes(embedded: boolean, maxAge: number): string {
    const kind = !options.https
      ? 'SameSite=Lax'
      : embedded
        ? 'SameSite=None; Secure; Partitioned'
        : 'SameSite=Lax; Secure';
    return `Path=/chat; Max-Age=${maxAge}; HttpOnly; ${kind}`;
  }

  return {
    read(cookieHeader, embedded) {
      for (const value of cookieValues(cookieHeader, nameOf(embedded))) {
        const dot = value.lastIndexOf('.');
        const sessionId = value.slice(0, Math.max(dot, 0));
        if (sessionId !== '' && same(value.slice(dot + 1), sign('session', sessionId))) return sessionId;
      }
      return null;
    },
    cookie: (sessionId, embedded) =>
      `${nameOf(embedded)}=${sessionId}.${sign('session', sessionId)}; ${attributes(embedded, options.days * DAY_S)}`,
    droppedCookie: (embedded) => `${nameOf(embedded)}=; ${attributes(embedded, 0)}`,
    formToken: (sessionId) => sign('form', sessionId),
    isFormToken: (sessionId, token) => token !== undefined && same(token, sign('form', sessionId)),
  };
}

function nameOf(embedded: boolean): string {
  return embedded ? EMBEDDED_NAME : NAME;
}

function cookieValues(header: string | undefined, name: string): string[] {
  return (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1));
}

function same(given: string, expected: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}
