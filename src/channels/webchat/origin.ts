import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a POST was made by one of our own pages. Browsers say it in `Sec-Fetch-Site`, older ones in `Origin`;
 * `unknown` when neither is there, which no browser does with another site's form or script.
 */
export type RequestOrigin = 'own' | 'foreign' | 'unknown';

export function requestOrigin(headers: IncomingHttpHeaders, publicUrl: URL): RequestOrigin {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' ? 'own' : 'foreign';
  const origin = headers.origin;
  if (origin === undefined) return 'unknown';
  if (origin === publicUrl.origin) return 'own';
  return URL.canParse(origin) && new URL(origin).host === headers.host ? 'own' : 'foreign';
}
