import type { FastifyReply } from 'fastify';
import type { Html } from './html.ts';

export interface PageOptions {
  /** HTTP status; 200 when not given. */
  readonly status?: number;
  /** Origins that may show the page in a frame, or `none`. */
  readonly framedBy?: readonly string[] | 'none';
  /** `private` (default): never kept by browsers and proxies. `public`: may be kept for some minutes. */
  readonly cache?: 'private' | 'public';
}

/**
 * The content security policy of our pages: nothing inline, nothing from elsewhere. `img-src data:` is for the
 * small pictures inside Bootstrap Italia's stylesheet.
 */
export function contentSecurityPolicy(framedBy: readonly string[] | 'none'): string {
  const ancestors = framedBy === 'none' ? "'none'" : ["'self'", ...framedBy].join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}

/**
 * Sends a page with its headers; they replace those a server-wide plugin may have set. The referrer stays within
 * the site: with `no-referrer` browsers would send `Origin: null` with our own forms.
 */
export function sendPage(reply: FastifyReply, page: Html, options: PageOptions = {}): FastifyReply {
  const framedBy = options.framedBy ?? 'none';
  reply
    .code(options.status ?? 200)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', contentSecurityPolicy(framedBy))
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'same-origin')
    .header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()')
    .header('cross-origin-opener-policy', 'same-origin')
    .header('cache-control', options.cache === 'public' ? 'public, max-age=300' : 'no-store');
  if (framedBy === 'none') reply.header('x-frame-options', 'DENY');
  else reply.removeHeader('x-frame-options');
  return reply.send(page);
}
