/**
 * The fake Bot API as a process of its own, for load and fault runs. Prints one JSON line `{"port":…,"root":"…"}`; ends
 * on SIGTERM. Its side door is in `control.ts`.
 *
 * Environment, each with its default: FAKE_PORT (a free one), FAKE_TOKEN (any token is taken), FAKE_ERROR_RATE (0; up to
 * 1), FAKE_ERRORS ("bad-gateway"; names in `misbehaviour.ts`, separated by commas), FAKE_ERROR_METHODS ("sendMessage"),
 * FAKE_SEED (1: the same faults in each run).
 */
import { FakeBotApi } from './fake-bot-api.ts';
import { BY_NAME, type Misbehaviour } from './misbehaviour.ts';

const { env } = process;
const rate = Number(env.FAKE_ERROR_RATE ?? 0);
const kinds = (env.FAKE_ERRORS ?? 'bad-gateway').split(',').map(named);
const methods = new Set((env.FAKE_ERROR_METHODS ?? 'sendMessage').split(','));
const random = mulberry32(Number(env.FAKE_SEED ?? 1));

const fake = await FakeBotApi.start({
  ...(env.FAKE_TOKEN === undefined ? { anyToken: true } : { token: env.FAKE_TOKEN }),
  port: Number(env.FAKE_PORT ?? 0),
  unknownPresses: true,
  chance: (method) =>
    methods.has(method) && random() < rate ? (kinds[Math.floor(random() * kinds.length)] ?? null) : null,
});
console.log(JSON.stringify({ port: Number(new URL(fake.root).port), root: fake.root }));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void fake.close());

function named(name: string): Misbehaviour {
  const kind = BY_NAME[name];
  if (kind === undefined)
    throw new Error(`FAKE_ERRORS knows ${Object.keys(BY_NAME).join(', ')}, not ${name}`);
  return kind;
}

/** A small known generator (mulberry32), so that a run can be repeated. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
