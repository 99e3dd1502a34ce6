import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { axeViolations, sidewaysScroll, watchPage } from '../support/page-checks.ts';
import { startWebApp, type WebApp } from '../support/web-app.ts';

const PATHS = [
  '/',
  '/servizi',
  '/servizi/isee-prova',
  '/servizi/casa-prova',
  '/informativa',
  '/accessibilita',
  '/servizi/boh',
];

describe('the public pages in a browser', { timeout: 30_000 }, () => {
  let browser: Browser;
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp();
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  test.each(PATHS)(
    '%s has no accessibility fault, no sideways scroll, nothing from elsewhere',
    async (path) => {
      for (const viewport of [
        { width: 360, height: 740 },
        { width: 320, height: 256 },
        { width: 1280, height: 800 },
      ]) {
        const context = await browser.newContext({ viewport });
        const page = await context.newPage();
        const watched = watchPage(page, app.url);
        await page.goto(app.url + path);
        expect(await axeViolations(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);
        const missing = path === '/servizi/boh' ? ['404 (Not Found)'] : [];
        expect(watched.foreign).toEqual([]);
        expect(watched.faults.filter((fault) => !missing.some((known) => fault.includes(known)))).toEqual([]);
        await context.close();
      }
    },
  );

  test('the keyboard goes to the content, and along the list to a sheet', async () => {
    const page = await browser.newPage();
    await page.goto(`${app.url}/servizi`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('contenuto');
    await page.getByRole('link', { name: 'ISEE di prova' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/servizi/isee-prova');
    await page.close();
  });

  test('a printed sheet has its content without menus and buttons', async () => {
    const page = await browser.newPage();
    await page.goto(`${app.url}/servizi/isee-prova`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('Il limite è 91.500 euro').isVisible()).toBe(true);
    for (const hidden of ['.site-menu', '.site-footer', '.page-index', 'a.btn']) {
      expect(await page.locator(hidden).first().isVisible()).toBe(false);
    }
    await page.close();
  });
});
