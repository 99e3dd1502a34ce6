/** Telegram's HTML markup: a fixed set of tags, properly nested, and no bare `<` or `&`. */
const TAGS = new Set(
  'b strong i em u ins s strike del span tg-spoiler a code pre blockquote tg-emoji'.split(' '),
);
const TOKEN =
  /<(\/?)([a-z-]+)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>|&(?:lt|gt|amp|quot|#\d+|#x[\da-f]+);|[<&]/gi;

/** The text that remains without its markup, or what is wrong with it. */
export function readHtml(
  source: string,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: string } {
  const open: string[] = [];
  for (const [token, closing, name] of source.matchAll(TOKEN)) {
    if (token.startsWith('&') && token.length > 1) continue;
    if (name === undefined) return { ok: false, fault: `bare "${token}"` };
    const tag = name.toLowerCase();
    if (!TAGS.has(tag)) return { ok: false, fault: `Unsupported start tag "${tag}"` };
    if (closing !== '/') open.push(tag);
    else if (open.pop() !== tag) return { ok: false, fault: `Unmatched end tag "${tag}"` };
  }
  if (open.length > 0) return { ok: false, fault: `Can't find end tag of "${open.at(-1)}"` };
  const text = source.replace(TOKEN, (token) => (token.startsWith('&') ? '.' : ''));
  return { ok: true, text };
}
