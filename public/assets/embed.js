/**
 * Puts the chat in another site: a button that opens a panel with the chat's page in a frame. Include it with
 * `<script src="https://HOST/chat/embed.js" async></script>`; HOST must list the site among its embedding origins.
 * Styles live in a shadow tree, so neither page touches the other's.
 */
(() => {
  const words = __MESSAGES__;
  const host = new URL(document.currentScript.src).origin;
  const chat = `${host}/chat?embed=1`;

  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; }
    button, a { font: 600 17px/1.3 "Titillium Web", "Segoe UI", Roboto, Arial, sans-serif; }
    button { min-height: 44px; padding: 10px 18px; border: 2px solid #fff; border-radius: 8px; background: #06c;
      color: #fff; cursor: pointer; }
    button:focus-visible, a:focus-visible { outline: 4px solid #ff9900; outline-offset: 2px; }
    .open { position: fixed; right: 16px; bottom: 16px; z-index: 2147483646; max-width: calc(100vw - 32px); }
    .panel { position: fixed; right: 16px; bottom: 16px; z-index: 2147483647; display: flex; flex-direction: column;
      width: min(440px, calc(100vw - 32px)); height: min(720px, calc(100vh - 32px)); border: 2px solid #17324d;
      border-radius: 8px; background: #fff; overflow: hidden; }
    .panel[hidden], .open[hidden] { display: none; }
    .bar { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 8px;
      padding: 6px 8px; background: #17324d; }
    .bar a { color: #fff; padding: 8px; }
    iframe { flex: 1; width: 100%; border: 0; }
    @media (max-width: 500px) { .panel { inset: 0; width: 100%; height: 100%; border: 0; border-radius: 0; } }
  `);

  const root = document.createElement('div');
  const shadow = root.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [style];

  const open = element('button', { type: 'button', className: 'open', textContent: words.open });
  open.setAttribute('aria-expanded', 'false');
  const panel = element('div', { className: 'panel', hidden: true });
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', words.title);
  const close = element('button', { type: 'button', className: 'close', textContent: words.close });
  const newPage = element('a', {
    href: `${host}/chat`,
    target: '_blank',
    rel: 'noopener',
    textContent: words.newPage,
  });
  const bar = element('div', { className: 'bar' });
  bar.append(newPage, close);
  panel.append(bar);
  shadow.append(open, panel);
  let frame = null;

  function element(name, properties) {
    return Object.assign(document.createElement(name), properties);
  }

  function show() {
    if (!frame) {
      frame = element('iframe', { src: chat, title: words.title });
      panel.append(frame);
    }
    panel.hidden = false;
    open.hidden = true;
    open.setAttribute('aria-expanded', 'true');
    close.focus();
  }

  function hide() {
    panel.hidden = true;
    open.hidden = false;
    open.setAttribute('aria-expanded', 'false');
    open.focus();
  }

  open.addEventListener('click', show);
  close.addEventListener('click', hide);
  panel.addEventListener('keydown', (event) => event.key === 'Escape' && hide());
  // Keys pressed inside the frame do not reach this page: the chat says that Esc was pressed.
  window.addEventListener('message', (event) => {
    if (
      event.origin === host &&
      event.source === frame?.contentWindow &&
      event.data?.segretariato === 'close'
    )
      hide();
  });

  const attach = () => document.body.append(root);
  if (document.body) attach();
  else document.addEventListener('DOMContentLoaded', attach);
})();
