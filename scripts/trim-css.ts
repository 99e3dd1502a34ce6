/**
 * Builds `public/assets/segretariato.min.css`: our `src/web/styles/*.css` after the rules of Bootstrap Italia that
 * our pages really use. No client build is needed: the result is checked in, and a test says when it is old.
 *
 *   node scripts/trim-css.ts           writes the stylesheet and copies the fonts
 *   node scripts/trim-css.ts --check   exits 1 when the stylesheet is not the one the sources give
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trimCss, type Used } from './trim-css/trim.ts';

const ROOT = join(import.meta.dirname, '..');
const KIT = join(ROOT, 'node_modules/bootstrap-italia/dist');
const TARGET = join(ROOT, 'public/assets/segretariato.min.css');
const STYLES = join(ROOT, 'src/web/styles');
/** Folders whose pages wear the stylesheet. */
const PAGES = ['src/web', 'src/public-pages', 'src/channels/webchat', 'public/assets'];
/** Upright weights only; Latin scripts. Other scripts fall back to the reader's own fonts. */
const FONTS = ['regular', '600', '700'].map((weight) => `titillium-web-v10-latin-ext_latin-${weight}.woff2`);
const NOTICE =
  '/*! Bootstrap Italia 2.18.3, BSD-3-Clause; Bootstrap 5.2.3, MIT; trimmed. See docs/licences.md */\n';

/** The stylesheet that the present sources give. */
export function buildStylesheet(): string {
  const kit = readFileSync(join(KIT, 'css/bootstrap-italia.min.css'), 'utf8');
  const own = readdirSync(STYLES)
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => readFileSync(join(STYLES, name), 'utf8'))
    .join('\n');
  return `${NOTICE}${trimCss(kit, own, usedInPages())}`;
}

/** The classes and elements written in the pages' sources. */
function usedInPages(): Used {
  const classes = new Set<string>();
  const elements = new Set(['html', 'body']);
  for (const folder of PAGES) {
    const path = join(ROOT, folder);
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:ts|js)$/.test(name)) continue;
      const source = readFileSync(join(path, name), 'utf8');
      for (const [, list = ''] of source.matchAll(/\bclass="([^"]*)"/g)) {
        for (const word of list.match(/[a-zA-Z][\w-]*/g) ?? []) classes.add(word);
      }
      for (const [, element = ''] of source.matchAll(/<([a-z][a-z0-9]*)\b/g)) elements.add(element);
    }
  }
  return { classes, elements };
}

if (import.meta.main) {
  const stylesheet = buildStylesheet();
  if (process.argv.includes('--check')) {
    const current = readFileSync(TARGET, 'utf8') === stylesheet;
    console.log(
      current ? 'The stylesheet is up to date.' : 'The stylesheet is old: node scripts/trim-css.ts',
    );
    process.exitCode = current ? 0 : 1;
  } else {
    writeFileSync(TARGET, stylesheet);
    mkdirSync(join(ROOT, 'public/assets/fonts'), { recursive: true });
    for (const font of FONTS) {
      copyFileSync(join(KIT, 'fonts/Titillium_Web', font), join(ROOT, 'public/assets/fonts', font));
    }
    copyFileSync(join(KIT, 'fonts/Titillium_Web/OFL.txt'), join(ROOT, 'public/assets/fonts/OFL.txt'));
    console.log(`${TARGET}: ${Buffer.byteLength(stylesheet)} bytes`);
  }
}
