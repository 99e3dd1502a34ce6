import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { axeViolations, sidewaysScroll, watchPage } from '../support/page-checks.ts';
import { startWebApp, type WebApp } from '../support/web-app.ts';

const PATHS = [
  '/',
  '/servizi',
  '/servizi?lingua=ar',
  '/servizi?q=quanto+costa+isee',
  '/servizi?q=ho+dei+figli',
  '/servizi?q=income+paper',
  '/servizi?q=mi+picchia',
  '/servizi/isee-prova',
  '/servizi/isee-prova?lingua=en',
  '/servizi/isee-prova?lingua=ar',
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
        { width: 1366, height: 800 },
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

  test('the search box works with the keyboard and without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${app.url}/servizi`);
    await page.getByLabel('Cosa cerchi?').focus();
    await page.keyboard.type('quanto costa isee?');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/servizi?q=*');
    expect(await page.getByRole('heading', { name: 'Ecco cosa ho trovato' }).isVisible()).toBe(true);
    expect(await page.getByLabel('Cosa cerchi?').inputValue()).toBe('quanto costa isee?');
    await page.getByRole('link', { name: 'Vai subito a: Quanto costa' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/servizi/isee-prova#cost');
    await context.close();
  });

  test('markup in a question runs nothing', async () => {
    const page = await browser.newPage();
    const watched = watchPage(page, app.url);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    for (const question of ['"><script>alert(1)</script>', '\'"><img src=x onerror=alert(2)> isee']) {
      await page.goto(`${app.url}/servizi?q=${encodeURIComponent(question)}`);
      expect(await page.getByLabel('Cosa cerchi?').inputValue()).toBe(question);
    }
    expect(asked).toEqual([]);
    expect(watched.faults).toEqual([]);
    await page.close();
  });

  test('a translation is beside the Italian where there is room, above it on a telephone', async () => {
    const places = async (width: number) => {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      await page.goto(`${app.url}/servizi/isee-prova?lingua=ar`);
      const boxes = await Promise.all([
        page.locator('#how ~ .pair [lang="ar"]').boundingBox(),
        page.locator('#how ~ .pair .pair-italian').boundingBox(),
      ]);
      await page.close();
      return boxes;
    };
    const [wide, wideItalian] = await places(1280);
    expect(wide?.y).toBe(wideItalian?.y);
    expect(wide?.x).toBeLessThan(wideItalian?.x ?? 0);
    const [narrow, narrowItalian] = await places(360);
    expect(narrow?.x).toBe(narrowItalian?.x);
    expect(narrow?.y).toBeLessThan(narrowItalian?.y ?? 0);
  });

  test('the keyboard changes the language', async () => {
    const page = await browser.newPage();
    await page.goto(`${app.url}/servizi/isee-prova`);
    await page.getByRole('navigation', { name: 'Lingue' }).getByRole('link', { name: 'English' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/servizi/isee-prova?lingua=en');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Test income paper');
    await page.close();
  });

  test('a printed sheet has its content without menus and buttons', async () => {
    const page = await browser.newPage();
    await page.goto(`${app.url}/servizi/isee-prova`);
    const chat = page.getByText('https://segretariato.example/chat', { exact: true });
    expect(await chat.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('Il limite è 91.500 euro').isVisible()).toBe(true);
    expect(await chat.isVisible()).toBe(true);
    const code = await page.getByRole('img', { name: /Apre la chat: https/ }).boundingBox();
    expect(code?.width).toBeGreaterThan(100);
    expect(code?.height).toBe(code?.width);
    for (const hidden of ['.site-menu', '.site-footer', '.page-index', 'a.btn', '.plain-links']) {
      expect(await page.locator(hidden).first().isVisible()).toBe(false);
    }
    const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
    expect(pages).toHaveLength(1);
    await page.close();
  });
});
