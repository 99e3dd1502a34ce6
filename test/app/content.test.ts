/** Flows and sheets with a fault: the start refuses them by file, line and mend; a running server keeps the last good ones. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ContentFaults, openContent } from '../../src/content.ts';
import { ManualClock } from '../../src/lib/clock.ts';
import { createLog } from '../../src/lib/log.ts';
import { temporaryFolder } from '../support/folder.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A copy of the repository's texts, to be spoilt. */
function texts() {
  const folder = temporaryFolder();
  for (const name of ['knowledge', 'flows'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  const clock = new ManualClock(new Date('2026-11-24T10:00:00Z'));
  const options = {
    folder,
    clock,
    publicUrl: 'https://esempio.it',
    ambito: 'Triggiano',
    log: createLog('silent'),
  };
  const change = (file: string, from: string | RegExp, to: string) => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(from);
    writeFileSync(path, text.replace(from, to));
  };
  return { options, change };
}

test.each([
  [
    'a sheet with an unknown area',
    'knowledge/sheets/isee.md',
    /^area: .*$/m,
    'area: boh',
    /isee\.md:\d+ .*area/,
  ],
  ['a sheet with broken YAML', 'knowledge/sheets/isee.md', /^title: /m, 'title: [', /isee\.md:\d+ /],
  ['a flow that goes nowhere', 'flows/menu.yaml', 'flow:soldi', 'flow:perduto', /menu\.yaml:\d+ .*perduto/],
  [
    'an emergency text with an unknown number',
    'knowledge/emergencies.yaml',
    '{{numero:nue-112}}',
    '{{numero:boh}}',
    /emergencies\.yaml:\d+ /,
  ],
])('%s stops the start, with file and line', async (_what, file, from, to, shown) => {
  const { options, change } = texts();
  change(file, from, to);
  const opening = openContent(options);
  await expect(opening).rejects.toThrow(ContentFaults);
  await expect(opening).rejects.toThrow(shown);
});

test('a running server keeps the last good version, and takes the mended one', async () => {
  const { options, change } = texts();
  const content = await openContent(options);
  const title = () => content.pages.sheets().find(({ slug }) => slug === 'isee')?.title;
  const before = title();
  change('knowledge/sheets/isee.md', /^area: accesso$/m, 'area: boh');
  expect((await content.reload())[0]).toMatch(/isee\.md:\d+/);
  expect(title()).toBe(before);
  change('knowledge/sheets/isee.md', /^area: boh$/m, 'area: accesso');
  change('knowledge/sheets/isee.md', /^title: .*$/m, 'title: ISEE nuovo');
  expect(await content.reload()).toEqual([]);
  expect(title()).toBe('ISEE nuovo');
});
