/** What a page of ours is made of, read from its HTML. */

/** Each fault of the skeleton: an id that is there twice, a heading that skips a level, more than one title. */
export function skeletonFaults(body: string): string[] {
  const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);
  const twice = ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => `the id ${id} is there twice`);
  const levels = [...body.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
  const skipped = levels.flatMap((level, index) =>
    level > (levels[index - 1] ?? 0) + 1 ? [`heading ${index + 1} of level ${level} skips a level`] : [],
  );
  const titles = levels.filter((level) => level === 1).length;
  return [...twice, ...skipped, ...(titles === 1 ? [] : [`${titles} headings of level 1`])];
}

/** The addresses within the site that a page leads to, with their anchors. */
export function linksWithin(body: string): string[] {
  const links = [...body.matchAll(/<a\b[^>]*?\shref="([^"]+)"/g)].map(([, href = '']) => plain(href));
  return links.filter((href) => href.startsWith('/') || href.startsWith('#'));
}

/** A text or attribute of a page as a reader sees it: `ghtml` writes some signs as references. */
export function plain(text: string): string {
  return text.replace(/&#(\d+);/g, (_whole, code: string) => String.fromCodePoint(Number(code)));
}
