/** Words that belong to one machine or one workplace and say nothing to who reads the repository. */
import { expect, test } from 'vitest';
import { lineAt, read, repositoryFiles } from './files.ts';

const TEXT =
  /\.(ts|mjs|js|json|md|yml|yaml|svg|html|css|sql|prisma|toml|example)$|(^|\/)(LICENSE|run|\.gitignore|\.editorconfig)$/;

/** Written in pieces, so that this file does not accuse itself. */
const pieces = (...parts: string[]) => parts.join('');

const FORBIDDEN: readonly { readonly pattern: RegExp; readonly allowedIn?: RegExp; readonly why: string }[] =
  [
    { pattern: new RegExp(pieces('(?<![\\w.-])/', '(work|root|tmp)/')), why: 'a path of one machine' },
    { pattern: new RegExp(pieces('(?<![\\w.-])/(ho', 'me|Us', 'ers)/\\w+')), why: 'a path of one machine' },
    {
      pattern: new RegExp(pieces('npmj', 's\\.(org|com)|npmm', 'irror')),
      why: 'the host of a package registry',
    },
    {
      pattern: new RegExp(pieces('\\.\\./', 'shared')),
      allowedIn: /^test\//,
      why: 'a folder that a clone does not have: only a test that says so loudly may look there',
    },
  ];

test('no text of the repository names a machine, a registry or a folder outside of the clone', () => {
  const found = repositoryFiles()
    .filter((file) => TEXT.test(file))
    .flatMap((file) => {
      const text = read(file);
      return FORBIDDEN.filter(({ allowedIn }) => !allowedIn?.test(file)).flatMap(({ pattern, why }) =>
        [...text.matchAll(new RegExp(pattern, 'g'))].map(
          (match) => `${file}:${lineAt(text, match.index)}: "${match[0]}": ${why}`,
        ),
      );
    });
  expect(found).toEqual([]);
});
