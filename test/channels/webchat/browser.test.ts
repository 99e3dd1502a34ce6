import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from '../../../src/lib/clock.ts';
import { launchBrowser } from '../../support/browser.ts';
import { axeViolations, sidewaysScroll, watchPage } from '../../support/page-checks.ts';
import { startWebApp, type WebApp } from '../../support/web-app.ts';

const CHOICES = [
  { id: 'need.1', label: 'Soldi e lavoro' },
  { id: 'need.2', label: 'Casa' },
];
const reply = (text: string) => ({
  text: `Hai scritto: ${text}`,
  choices: text.startsWith('ciao') ? CHOICES : [],
});

describe('the chat page in a browser', { timeout: 30_000 }, () => {
  let browser: Browser;
  let app: WebApp;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });
  beforeEach(async () => {
    app = await startWebApp({ reply });
    context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'it-IT' });
    page = await context.newPage();
  });
  afterEach(async () => {
    await context.close();
    await app.close();
  });

  async function open(target: Page = page): Promise<void> {
    await target.goto(`${app.url}/chat`);
    await target.getByText('Collegato.').waitFor();
  }

  async function write(text: string, target: Page = page): Promise<void> {
    await target.getByLabel('Il tuo messaggio').fill(text);
    await target.getByLabel('Il tuo messaggio').press('Enter');
  }

  /** The texts of all messages, in order, once there are so many and each is known to the server. */
  async function texts(count: number, target: Page = page): Promise<string[]> {
    await target.locator(`.chat-entry:not([data-id=""]) >> nth=${count - 1}`).waitFor();
    return target.locator('.chat-entry .chat-text').allTextContents();
  }

  test('a message gets its answer live; nothing inline, nothing from elsewhere', async () => {
    const watched = watchPage(page, app.url);
    await open();
    await write('buongiorno');
    expect(await texts(2)).toEqual(['buongiorno', 'Hai scritto: buongiorno']);
    const senders = await page.locator('.chat-sender').allTextContents();
    expect(senders).toEqual(['Tu', 'Assistente automatico']);
    expect(watched).toEqual({ foreign: [], faults: [] });
  });

  test('the first visit offers a button that begins the talk', async () => {
    await open();
    await page.getByRole('button', { name: 'Inizia' }).click();
    expect(await texts(2)).toEqual(['ciao', 'Hai scritto: ciao']);
    expect(await page.getByRole('button', { name: 'Inizia' }).count()).toBe(0);
  });

  test('a pressed choice is sent, shown as its label, and old choices go', async () => {
    await open();
    await write('ciao');
    const group = page.getByRole('group', { name: 'Scegli una risposta' });
    await group.getByRole('button', { name: '2. Casa' }).click();
    expect(await texts(4)).toEqual(['ciao', 'Hai scritto: ciao', 'Casa', 'Hai scritto: need.2']);
    expect(await group.count()).toBe(0);
    expect(app.store.received.at(-1)?.content).toEqual({ kind: 'choice', choiceId: 'need.2' });
  });

  test('a reload keeps the history', async () => {
    await open();
    await write('uno');
    await texts(2);
    await page.reload();
    await page.getByText('Collegato.').waitFor();
    await write('due');
    expect(await texts(4)).toEqual(['uno', 'Hai scritto: uno', 'due', 'Hai scritto: due']);
  });

  test('two tabs of one person show the same talk', async () => {
    await open();
    const second = await context.newPage();
    await open(second);
    await write('dalla prima');
    await texts(2, second);
    await write('dalla seconda', second);
    const expected = [
      'dalla prima',
      'Hai scritto: dalla prima',
      'dalla seconda',
      'Hai scritto: dalla seconda',
    ];
    expect(await texts(4)).toEqual(expected);
    expect(await texts(4, second)).toEqual(expected);
  });

  test('another person sees nothing of it', async () => {
    await open();
    await write('segreto');
    await texts(2);
    const stranger = await browser.newContext();
    const other = await stranger.newPage();
    await open(other);
    expect(await other.locator('.chat-entry').count()).toBe(0);
    await stranger.close();
  });

  test('a restart of the server loses and doubles nothing', async () => {
    await open();
    await write('prima');
    await texts(2);
    const session = app.store.received[0]?.address ?? '';
    const { store } = app;
    const port = Number(new URL(app.url).port);
    await app.close();
    await page.getByText('Connessione persa').waitFor();
    await write('scritto mentre era giù');
    await page.getByRole('button', { name: 'Riprova' }).waitFor();
    store.say(session, { text: 'Risposta data mentre era giù' });
    app = await startWebApp({ reply, store, port });
    expect(await texts(5)).toEqual([
      'prima',
      'Hai scritto: prima',
      'Risposta data mentre era giù',
      'scritto mentre era giù',
      'Hai scritto: scritto mentre era giù',
    ]);
    expect(store.received).toHaveLength(2);
  });

  test('without network a message waits in the page, and leaves when the network is back', async () => {
    await open();
    await context.setOffline(true);
    await write('aspettami');
    await page.getByText('Sei senza rete').first().waitFor();
    expect(app.store.received).toHaveLength(0);
    await context.setOffline(false);
    expect(await texts(2)).toEqual(['aspettami', 'Hai scritto: aspettami']);
    expect(app.store.received).toHaveLength(1);
  });

  test('an answer that never came back does not double the message', async () => {
    await open();
    let dropped = 0;
    await page.route('**/chat/messages', async (route) => {
      if (dropped > 0) return route.continue();
      dropped += 1;
      await route.fetch();
      return route.abort('connectionreset');
    });
    await write('una volta sola');
    expect(await texts(2)).toEqual(['una volta sola', 'Hai scritto: una volta sola']);
    expect(app.store.received).toHaveLength(1);
  });

  test('too many messages: a kind sentence, and the one too many can be sent again later', async () => {
    await app.close();
    const clock = new ManualClock(new Date());
    app = await startWebApp({ reply, clock });
    await open();
    for (let index = 1; index <= 11; index += 1) await write(`n ${index}`);
    await page.getByText('Hai scritto molti messaggi').waitFor();
    expect(app.store.received).toHaveLength(10);
    clock.advance(10_000);
    await page.getByRole('button', { name: 'Riprova' }).click();
    expect((await texts(22)).filter((text) => text === 'n 11')).toHaveLength(1);
    expect(app.store.received).toHaveLength(11);
  });

  test('markup in messages stays text', async () => {
    const watched = watchPage(page, app.url);
    await open();
    await write('<img src=x onerror="document.title=1"><script>document.title=2</script>');
    const shown = await texts(2);
    expect(shown[0]).toContain('<script>');
    await page.reload();
    expect((await texts(2))[1]).toContain('<img');
    expect(await page.title()).toContain('Chat');
    expect(watched.faults).toEqual([]);
  });

  test('a web address and a telephone number of ours can be touched, those of the citizen cannot', async () => {
    await open();
    await write('x');
    await texts(2);
    app.store.say(app.store.received[0]?.address ?? '', {
      text: 'Chiama il 112. Leggi https://example.it/a.',
    });
    await texts(3);
    const links = await page
      .locator('.chat-text a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(['tel:112', 'https://example.it/a']);
    await write('https://example.it/b');
    await texts(5);
    expect(await page.locator('.chat-entry-citizen .chat-text a').count()).toBe(0);
  });

  test('keyboard alone: write, send, make a line, choose', async () => {
    await page.setViewportSize({ width: 1000, height: 700 });
    await open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Vai a scrivere');
    await page.keyboard.press('Enter');
    await page.keyboard.type('ciao');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('a tutti');
    await page.keyboard.press('Enter');
    await texts(2);
    expect(app.store.received[0]?.content).toEqual({ kind: 'text', text: 'ciao\na tutti' });
    expect(await page.evaluate('document.activeElement.id')).toBe('messaggio');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate('document.activeElement.value')).toBe('need.2');
    await page.keyboard.press('Enter');
    await texts(4);
    expect(await page.evaluate('document.activeElement.id')).toBe('messaggi');
  });

  test('reading further up is not disturbed by a new message', async () => {
    await open();
    await write('ciao');
    await texts(2);
    const session = app.store.received[0]?.address ?? '';
    for (let index = 0; index < 20; index += 1) app.store.say(session, { text: `riga ${index}` });
    await texts(22);
    const log = page.locator('.chat-log');
    await log.evaluate((element) => element.scrollTo(0, 0));
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    app.store.say(session, { text: 'nuova' });
    await texts(23);
    expect(await log.evaluate((element) => element.scrollTop)).toBe(0);
    await page.getByRole('button', { name: 'Vai in fondo' }).click();
    const gap = await log.evaluate(
      (element) => element.scrollHeight - element.scrollTop - element.clientHeight,
    );
    expect(gap).toBeLessThan(2);
  });

  test('a text that is too long stays in the field with a kind sentence', async () => {
    await open();
    await write('a'.repeat(4001));
    await page.getByText('Il messaggio è troppo lungo').waitFor();
    expect(await page.getByLabel('Il tuo messaggio').inputValue()).toHaveLength(4001);
    expect(app.store.received).toHaveLength(0);
  });

  test('"Esci in fretta" leaves nothing in the tab and drops the session', async () => {
    await open();
    await write('segreto');
    await texts(2);
    await page.getByRole('button', { name: 'Esci in fretta' }).click();
    await page.waitForURL('about:blank');
    await expect.poll(async () => (await context.cookies(`${app.url}/chat`)).length).toBe(0);
    await page.goto(`${app.url}/chat`);
    expect(await page.locator('.chat-entry').count()).toBe(0);
  });

  test('a new conversation forgets the old one, also in the other tab', async () => {
    await open();
    await write('segreto');
    await texts(2);
    const second = await context.newPage();
    await open(second);
    await page.getByText('altre opzioni').click();
    await page.getByRole('button', { name: 'Nuova conversazione' }).click();
    await page.getByRole('button', { name: 'Inizia' }).waitFor();
    await second.getByText('Questa conversazione è chiusa').waitFor();
    expect(await second.locator('.chat-entry').count()).toBe(0);
  });

  test('no accessibility fault and no sideways scroll, empty and in use, small, zoomed and wide', async () => {
    for (const viewport of [
      { width: 360, height: 740 },
      { width: 320, height: 256 },
      { width: 1280, height: 800 },
    ]) {
      const own = await browser.newContext({ viewport });
      const sized = await own.newPage();
      await open(sized);
      expect(await axeViolations(sized)).toEqual([]);
      expect(await sidewaysScroll(sized)).toBe(0);
      await write('ciao', sized);
      await texts(2, sized);
      await write('', sized);
      await sized.getByText('Il messaggio è vuoto').waitFor();
      expect(await axeViolations(sized)).toEqual([]);
      expect(await sidewaysScroll(sized)).toBe(0);
      await own.close();
    }
  });

  test('what can be pressed is large enough', async () => {
    await open();
    await write('ciao');
    await texts(2);
    const small = await page
      .locator('button:visible, a:visible:not(.visually-hidden-focusable), summary:visible, textarea:visible')
      .evaluateAll((all) =>
        all
          .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.height < 24 || box.width < 24)
          .map(({ text }) => text),
      );
    expect(small).toEqual([]);
    const choices = await page
      .locator('.chat-choice')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...choices)).toBeGreaterThanOrEqual(44);
  });
});

describe('the chat page without JavaScript', { timeout: 30_000 }, () => {
  test('forms alone carry a whole talk', async () => {
    const app = await startWebApp({ reply });
    const browser = await launchBrowser();
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    });
    const page = await context.newPage();
    await page.goto(`${app.url}/chat`);
    await page.getByRole('button', { name: 'Inizia' }).click();
    await page.getByText('Hai scritto: ciao').waitFor();
    await page.getByRole('button', { name: '1. Soldi e lavoro' }).click();
    await page.getByText('Hai scritto: need.1').waitFor();
    await page.getByLabel('Il tuo messaggio').fill('grazie');
    await page.getByRole('button', { name: 'Invia' }).click();
    await page.getByText('Hai scritto: grazie').waitFor();
    expect(await page.locator('.chat-entry .chat-text').allTextContents()).toEqual([
      'ciao',
      'Hai scritto: ciao',
      'Soldi e lavoro',
      'Hai scritto: need.1',
      'grazie',
      'Hai scritto: grazie',
    ]);
    await page.getByRole('button', { name: 'Esci in fretta' }).click();
    await page.waitForURL('**/chat/vuota');
    expect(await page.locator('body').textContent()).toBe('');
    await browser.close();
    await app.close();
  });
});
