/** The models the assistant reads messages with, learnt from the content folders or taken from where they are kept. */
import type { Model } from './classifier/model.ts';
import { prepareModel } from './classifier/prepare.ts';
import type { AspectsMaterial } from './knowledge/asked.ts';
import type { KnowledgeBase } from './knowledge/base.ts';
import type { RequestExample, RequestsMaterial } from './knowledge/requests.ts';
import type { CriesMaterial, CryExample } from './safety/cries.ts';
import type { CryModels } from './safety/recognise.ts';

const REQUESTS_WORKER = new URL('./knowledge/learn-worker.ts', import.meta.url);
const ASPECTS_WORKER = new URL('./knowledge/learn-aspects.ts', import.meta.url);
const DANGER_WORKER = new URL('./safety/learn-danger.ts', import.meta.url);
const KINDS_WORKER = new URL('./safety/learn-kinds.ts', import.meta.url);

export interface Models {
  readonly requests: Model;
  readonly aspects: Model;
  readonly cries: CryModels;
  /** Why a model could not be kept for the next start; null when all are. */
  readonly notKept: string | null;
}

export interface Examples {
  readonly requests: readonly RequestExample[];
  readonly cries: readonly CryExample[];
}

/** @param folder where models are kept */
export async function prepareModels(
  folder: string,
  { requests: examples, cries }: Examples,
  { sheets, translations, vocabulary }: Pick<KnowledgeBase, 'sheets' | 'translations' | 'vocabulary'>,
): Promise<Models> {
  // Who asks for these services may well be in danger: their requests teach nothing about calm.
  const close = new Set(vocabulary.nearDanger.map((slug) => `sheet/${slug}`));
  const ordinary = examples.filter(({ matters }) => !matters.some((matter) => close.has(matter)));
  const requestsMaterial: RequestsMaterial = {
    examples,
    sheets,
    translations: [...translations.values()].flatMap((one) => [...one.values()]),
    vocabulary,
  };
  const about = { examples: cries, spellings: vocabulary.abbreviations };
  const danger: CriesMaterial = { ...about, ordinary: ordinary.map(({ text }) => text) };
  const asking: AspectsMaterial = {
    examples: examples.filter(({ asked }) => asked !== undefined),
    vocabulary,
  };
  const [requests, aspects, alarms, kinds] = await Promise.all([
    prepareModel(folder, { name: 'requests', material: requestsMaterial, worker: REQUESTS_WORKER }),
    prepareModel(folder, { name: 'aspects', material: asking, worker: ASPECTS_WORKER }),
    prepareModel(folder, { name: 'danger', material: danger, worker: DANGER_WORKER }),
    prepareModel(folder, { name: 'kinds', material: about, worker: KINDS_WORKER }),
  ]);
  return {
    requests: requests.model,
    aspects: aspects.model,
    cries: { danger: alarms.model, kinds: kinds.model },
    notKept: requests.notKept ?? aspects.notKept ?? alarms.notKept ?? kinds.notKept,
  };
}
