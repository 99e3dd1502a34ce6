import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { Writer } from '../../support/telegram/updates.ts';

let child: ChildProcess;
afterEach(async () => {
  if (child.exitCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
});

async function serve(env: Record<string, string>): Promise<string> {
  const file = new URL('../../support/telegram/serve-fake.ts', import.meta.url).pathname;
  child = spawn(process.execPath, [file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout === null) throw new Error('no output');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return (JSON.parse(line) as { root: string }).root;
}

async function post(url: string, payload: object): Promise<{ ok?: boolean; error_code?: number }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  });
  return (await response.json()) as { ok?: boolean; error_code?: number };
}

test('as a process of its own it takes any token, tells what it received, and ends when told', async () => {
  const root = await serve({});
  expect(await post(`${root}/bot1:x/sendMessage`, { chat_id: 5, text: 'ciao' })).toMatchObject({ ok: true });
  expect(await post(`${root}/bot1:x/sendMessage`, { chat_id: 5, text: 'due' })).toMatchObject({ ok: true });
  expect(await (await fetch(`${root}/__received?from=1`)).json()).toEqual([
    { messageId: 2, chatId: 5, text: 'due', keyboard: [] },
  ]);
  await post(`${root}/__update`, new Writer().text('eccomi'));
  expect(await (await fetch(`${root}/__stats`)).json()).toEqual({
    calls: { sendMessage: 2 },
    violations: [],
    unconfirmed: 1,
    webhook: null,
  });
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);
});

test('it fails as often as asked, the same way in each run', async () => {
  const outcomes: string[] = [];
  for (let run = 0; run < 2; run += 1) {
    const root = await serve({
      FAKE_TOKEN: '1:x',
      FAKE_ERROR_RATE: '0.5',
      FAKE_ERRORS: 'too-many,blocked',
      FAKE_SEED: '7',
    });
    const codes: number[] = [];
    for (let index = 0; index < 40; index += 1) {
      codes.push((await post(`${root}/bot1:x/sendMessage`, { chat_id: 5, text: 'ciao' })).error_code ?? 200);
    }
    expect(new Set(codes)).toEqual(new Set([200, 403, 429]));
    expect((await post(`${root}/bot2:y/sendMessage`, { chat_id: 5, text: 'ciao' })).error_code).toBe(401);
    outcomes.push(codes.join());
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  expect(outcomes[0]).toBe(outcomes[1]);
});
