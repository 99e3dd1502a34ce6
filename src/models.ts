/** The models the assistant reads messages with, learnt from the content folders or taken from where they are kept. */
import { prepareModel } from './classifier/prepare.ts';
import type { AspectsMaterial } from './knowledge/asked.ts';
import type { LearntModels, WrittenKnowledge } from './knowledge/base.ts';
import type { FollowUpExample, FollowUpsMaterial } from './knowledge/follow-up.ts';
import type { RequestExample, RequestsMaterial } from './knowledge/requests.ts';
import type { LanguagesMaterial } from './knowledge/written.ts';
import type { CriesMaterial, CryExample } from './safety/cries.ts';
import type { CryModels } from './safety/recognise.ts';

const REQUESTS_WORKER = new URL('./knowledge/learn-worker.ts', import.meta.url);
const ASPECTS_WORKER = new URL('./knowledge/learn-aspects.ts', import.meta.url);
const FOLLOW_UPS_WORKER = new URL('./knowledge/learn-leaning.ts', import.meta.url);
const LANGUAGES_WORKER = new URL('./knowledge/learn-languages.ts', import.meta.url);
const DANGER_WORKER = new URL('./safety/learn-danger.ts', import.meta.url);
const KINDS_WORKER = new URL('./safety/learn-kinds.ts', import.meta.url);

export interface Models {
  readonly knowledge: LearntModels;
  readonly cries: CryModels;
  /** Why a model could not be kept for the next start; null when all are. */
  readonly notKept: string | null;
}

export interface Examples {
  readonly requests: readonly RequestExample[];
  readonly followUps: readonly FollowUpExample[];
  readonly cries: readonly CryExample[];
}

/** @param folder where models are kept */
export async function prepareModels(
  folder: string,
  { requests: examples, followUps: talk, cries }: Examples,
  { sheets, vocabulary }: Pick<WrittenKnowledge, 'sheets' | 'vocabulary'>,
): Promise<Models> {
  const requestsMaterial: RequestsMaterial = {
    examples,
    sheets,
    vocabulary,
  };
  const about = { examples: cries, spellings: vocabulary.abbreviations };
  const danger: CriesMaterial = {
    ...about,
    ...byDanger(examples, vocabulary.nearDanger),
  };
  const asking: AspectsMaterial = {
    examples: examples.filter(({ asked }) => asked !== undefined),
    vocabulary,
  };
  const clear = examples.filter(({ matters: [first, ...others] }) => first !== 'none' && others.length === 0);
  const leaning: FollowUpsMaterial = { examples: talk, requests: clear.map(({ text }) => text), vocabulary };
  const written: LanguagesMaterial = {
    messages: [...examples, ...talk, ...cries].map(({ text, language }) => ({ text, language })),
  };
  const prepared = await Promise.all([
    prepareModel(folder, { name: 'requests', material: requestsMaterial, worker: REQUESTS_WORKER }),
    prepareModel(folder, { name: 'aspects', material: asking, worker: ASPECTS_WORKER }),
    prepareModel(folder, { name: 'follow-ups', material: leaning, worker: FOLLOW_UPS_WORKER }),
    prepareModel(folder, { name: 'languages', material: written, worker: LANGUAGES_WORKER }),
    prepareModel(folder, { name: 'danger', material: danger, worker: DANGER_WORKER }),
    prepareModel(folder, { name: 'kinds', material: about, worker: KINDS_WORKER }),
  ]);
  const [requests, aspects, followUps, languages, alarms, kinds] = prepared;
  return {
    knowledge: {
      requests: requests.model,
      aspects: aspects.model,
      followUps: followUps.model,
      languages: languages.model,
    },
    cries: { danger: alarms.model, kinds: kinds.model },
    notKept: prepared.find(({ notKept }) => notKept !== null)?.notKept ?? null,
  };
}

/** Requests of people in no danger, and those for services that are also asked for in danger. */
export function byDanger(
  requests: readonly RequestExample[],
  nearDanger: readonly string[],
): Pick<CriesMaterial, 'ordinary' | 'near'> {
  const close = new Set(nearDanger.map((slug) => `sheet/${slug}`));
  const isNear = ({ matters }: RequestExample): boolean => matters.some((matter) => close.has(matter));
  const { near = [], ordinary = [] } = Object.groupBy(requests, (one) => (isNear(one) ? 'near' : 'ordinary'));
  return { ordinary: ordinary.map(({ text }) => text), near: near.map(({ text }) => text) };
}
