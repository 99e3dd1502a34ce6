import { assetUrl } from './assets.ts';
import { type Html, html } from './html.ts';
import { WEB_MESSAGES as MESSAGES } from './messages.ts';

export interface Page {
  /** Name of the Ambito, as in "Ambito di …". */
  readonly ambito: string;
  /** What the tab says before the name of the service. */
  readonly title: string;
  readonly description?: string;
  /** Absolute address of the page, for search engines. */
  readonly canonical?: string;
  /** The path of the page, to mark it in the menu. */
  readonly path: string;
  readonly content: Html;
}

/** A public page: header, the line for who is in danger, the content, footer. */
export function page(page: Page): Html {
  const description =
    page.description === undefined ? '' : html`<meta name="description" content="${page.description}">`;
  const canonical = page.canonical === undefined ? '' : html`<link rel="canonical" href="${page.canonical}">`;
  return html`<!doctype html>
<html lang="it">
<head>
!${documentHead(`${page.title} · ${MESSAGES.service}`)}
!${description}!${canonical}
</head>
<body>
!${skipLinks([['#contenuto', MESSAGES.skipToContent]])}
!${slimHeader(page.ambito)}
<nav class="site-menu d-print-none" aria-label="${MESSAGES.mainMenu}">
<div class="container"><ul class="list-unstyled">
!${MENU.map(([href, text]) => menuItem(href, text, page.path)).join('')}
</ul></div>
</nav>
<main id="contenuto" tabindex="-1" class="container my-4">
!${page.content}
</main>
!${footer()}
</body>
</html>`;
}

const MENU = [
  ['/', MESSAGES.home],
  ['/servizi', MESSAGES.services],
  ['/chat', MESSAGES.chat],
] as const;

function menuItem(href: string, text: string, path: string): Html {
  const current = href === path || (href !== '/' && path.startsWith(`${href}/`));
  const mark = current ? 'page' : 'false';
  return html`<li><a href="${href}" aria-current="${mark}">${text}</a></li>`;
}

/** What every page of ours has in its head. */
export function documentHead(title: string): Html {
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${title}</title>
<link rel="icon" href="${assetUrl('icon.svg')}" type="image/svg+xml">
<link rel="preload" href="/assets/fonts/titillium-web-v10-latin-ext_latin-regular.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${assetUrl('segretariato.min.css')}">`;
}

/** Links that a keyboard meets first. */
export function skipLinks(links: readonly (readonly [href: string, text: string])[]): Html {
  const items = links.map(
    ([href, text]) => html`<a class="visually-hidden-focusable" href="${href}">${text}</a>`,
  );
  return html`<nav class="skiplinks" aria-label="${MESSAGES.skipLinks}">!${items.join('')}</nav>`;
}

/** The name of the service, and where to call in danger: on every page, always in sight. */
export function slimHeader(ambito: string): Html {
  return html`<header class="site-header">
<div class="container site-header-inner">
<a class="site-name" href="/">${MESSAGES.serviceOf(ambito)}</a>
!${emergencyCall()}
</div>
</header>`;
}

export function emergencyCall(): Html {
  return html`<p class="emergency-call">${MESSAGES.danger} <a href="tel:112">${MESSAGES.callEmergency}</a></p>`;
}

function footer(): Html {
  return html`<footer class="site-footer d-print-none">
<div class="container">
<p>${MESSAGES.footerText}</p>
<nav aria-label="${MESSAGES.footerLinks}">
<ul class="list-unstyled">
<li><a href="/informativa">${MESSAGES.privacy}</a></li>
<li><a href="/accessibilita">${MESSAGES.accessibility}</a></li>
</ul>
</nav>
</div>
</footer>`;
}
