import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds wrong, as "rule: element"; it runs outside the page's content security policy. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(await AXE);
  return page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({ runOnly: { type: 'tag', values } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
    );
  }, RULES);
}

export interface Watched {
  /** Requests to any host but the page's own. */
  readonly foreign: string[];
  /** Errors in the console and in scripts, such as a violated content security policy. */
  readonly faults: string[];
}

/** Keeps an eye on a page from now on. */
export function watchPage(page: Page, ownUrl: string): Watched {
  const watched: Watched = { foreign: [], faults: [] };
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(ownUrl).host) watched.foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.text().includes('Content Security Policy'))
      watched.faults.push(message.text());
  });
  page.on('pageerror', (error) => watched.faults.push(String(error)));
  return watched;
}

/** How many pixels a page is wider than its window: anything but 0 makes the reader scroll sideways. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { documentElement } = (
      globalThis as unknown as { document: { documentElement: { scrollWidth: number; clientWidth: number } } }
    ).document;
    return documentElement.scrollWidth - documentElement.clientWidth;
  });
}
