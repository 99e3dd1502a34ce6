import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { axeViolations, watchPage } from '../../support/page-checks.ts';
import { startWebApp, type WebApp } from '../../support/web-app.ts';

describe('the chat in the page of another site', { timeout: 30_000 }, () => {
  let browser: Browser;
  let site: Server;
  let siteUrl: string;
  let app: WebApp;
  let page: Page;

  beforeAll(async () => {
    // A Comune's page with a strict policy of its own: the button must not need inline styles or scripts.
    site = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      if (request.url !== '/without-policy') {
        response.setHeader(
          'content-security-policy',
          `default-src 'none'; script-src ${app.url}; frame-src ${app.url}; img-src 'self' data:`,
        );
      }
      response.end(`<!doctype html><html lang="it"><head><title>Comune</title></head><body><main><h1>Comune</h1>
        <a href="#x">Un link</a></main><script src="${app.url}/chat/embed.js" async></script></body></html>`);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    app = await startWebApp({ chat: { embedOrigins: [siteUrl] } });
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await app.close();
    site.closeAllConnections();
    await new Promise((resolve) => site.close(resolve));
  });
  beforeEach(async () => {
    const context = await browser.newContext({ viewport: { width: 900, height: 740 } });
    page = await context.newPage();
  });

  const open = () => page.getByRole('button', { name: 'Chiedi aiuto ai servizi sociali' });
  const close = () => page.getByRole('button', { name: 'Chiudi la chat' });
  const focused = () =>
    page.evaluate('document.querySelector("body > div").shadowRoot.activeElement?.className ?? ""');

  test('the keyboard opens it, Esc closes it from inside and outside, focus comes back', async () => {
    const watched = watchPage(page, app.url);
    await page.goto(siteUrl);
    await open().waitFor();
    await open().focus();
    await page.keyboard.press('Enter');
    await close().waitFor();
    expect(await focused()).toBe('close');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('open');

    await page.keyboard.press('Enter');
    const chat = page.frameLocator('iframe');
    await chat.getByText('Collegato.').waitFor();
    await chat.getByLabel('Il tuo messaggio').press('Escape');
    await open().waitFor();
    expect(await focused()).toBe('open');
    expect(watched.faults).toEqual([]);
  });

  test('a talk inside it survives closing and reloading', async () => {
    await page.goto(siteUrl);
    await open().click();
    const chat = page.frameLocator('iframe');
    await chat.getByLabel('Il tuo messaggio').fill('buongiorno');
    await chat.getByLabel('Il tuo messaggio').press('Enter');
    await chat.getByText('Hai scritto: buongiorno').waitFor();
    await close().click();
    await open().click();
    await chat.getByText('Hai scritto: buongiorno').waitFor();
    await page.reload();
    await open().click();
    await chat.getByText('Hai scritto: buongiorno').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  test('"Esci in fretta" empties the whole window', async () => {
    await page.goto(siteUrl);
    await open().click();
    await page.frameLocator('iframe').getByRole('button', { name: 'Esci in fretta' }).click();
    await page.waitForURL('about:blank');
  });

  test('a site that is not listed cannot frame it', async () => {
    const strict = await startWebApp();
    await page.goto(`${siteUrl}/without-policy`);
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.evaluate((source) => {
      const { document } = globalThis as unknown as {
        document: { createElement(name: string): object; body: { append(node: unknown): void } };
      };
      document.body.append(Object.assign(document.createElement('iframe'), { src: source }));
    }, `${strict.url}/chat?embed=1`);
    await refused;
    expect(await page.frameLocator('iframe').locator('.chat-entries').count()).toBe(0);
    await strict.close();
  });
});
