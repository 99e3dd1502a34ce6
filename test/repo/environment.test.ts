import { expect, test } from 'vitest';
import { VARIABLES, type Variable } from '../../src/config/env.ts';
import { read } from './files.ts';

const variables: readonly Variable[] = VARIABLES;

/** `.env.example`: for each variable a comment and `NAME=default`, in the order of src/config/env.ts. */
test('.env.example lists exactly the variables of src/config/env.ts, in the same order, with their defaults', () => {
  const lines = read('.env.example').split('\n');
  const listed = lines.filter((line) => /^[A-Z]/.test(line));
  expect(listed).toEqual(variables.map(({ name, default: value = '' }) => `${name}=${value}`));
});

test('.env.example says what each variable is', () => {
  const lines = read('.env.example').split('\n');
  const silent = variables.filter(({ name, describe, default: value = '' }) => {
    const at = lines.indexOf(`${name}=${value}`);
    return at > 0 && lines[at - 1] !== `# ${describe}`;
  });
  expect(silent.map(({ name, describe }) => `.env.example: above ${name} write: # ${describe}`)).toEqual([]);
});
