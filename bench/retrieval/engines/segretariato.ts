/** Segretariato, by the door of `npm run ask`: recognising danger and writing the answer are part of its time. */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openForCommand } from '../../../src/cli/understanding/open.ts';
import { replyTo } from '../../../src/cli/understanding/reply.ts';
import { type Content, openContent } from '../../../src/content.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { createLog } from '../../../src/lib/log.ts';
import { type Engine, MOST, present } from '../engine.ts';

/** A copy of the content without example requests, always at the same place: what is learnt from it is kept. */
const WITHOUT_REQUESTS = fileURLToPath(
  new URL('../../../node_modules/.cache/segretariato/bench/content', import.meta.url),
);

export const segretariato: Engine = {
  name: 'Segretariato',
  settings: [
    {
      words: 'as it is (with its translations and vocabulary in every material)',
      open: async ({ withRequests }) => {
        const content = withRequests ? await openForCommand() : await openWithoutRequests();
        return {
          find: async (text) => {
            const [reply] = await replyTo([{ id: 1, text }], content);
            return (reply?.ranking ?? []).slice(0, MOST).map(({ slug }) => slug);
          },
          close: async () => content.close(),
        };
      },
    },
  ],
  absence: present,
};

async function openWithoutRequests(): Promise<Content> {
  const folder = WITHOUT_REQUESTS;
  await rm(folder, { recursive: true, force: true });
  for (const name of ['knowledge', 'flows']) await cp(name, join(folder, name), { recursive: true });
  await rm(join(folder, 'knowledge', 'requests'), { recursive: true });
  return openContent({
    clock: systemClock,
    publicUrl: 'http://127.0.0.1:3000',
    ambito: 'Triggiano',
    log: createLog('warn'),
    folder,
  });
}
