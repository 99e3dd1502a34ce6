import { LANGUAGES } from '../../lib/language.ts';
import { stepChoiceId } from '../choices.ts';
import { ENGINE_LABELS, ENGINE_PHRASES, OPTIONAL_PHRASES } from '../flow/engine-phrases.ts';
import type { Fault } from '../flow/fault.ts';
import type { Written } from '../flow/written.ts';
import { kindOf } from '../steps/index.ts';
import type { Inspection } from './index.ts';
import { allSteps, faultAt, italian } from './parts.ts';

/** A phrase or label that is used and not written in Italian (an error) or in another language (a warning), or not used. */
export const missingPhrase: Inspection = (written) => {
  const source = italian(written);
  if (source === undefined) {
    return [faultAt(written.words, [], 'mancano le frasi in italiano', 'aggiungi flows/phrases/it.yaml')];
  }
  return [
    ...usedInFlows(written, source.content),
    ...usedByEngine(written),
    ...unused(written),
    ...untranslated(written),
    ...twoFiles(written),
  ];
};

function usedInFlows(written: Written, { phrases, labels }: Written['phrases'][number]['content']): Fault[] {
  return allSteps(written).flatMap(({ source, path, step, flow, name }) => [
    ...kindOf(step)
      .phrases(step)
      .filter((key) => phrases[key] === undefined)
      .map((key) => faultAt(source, path, `la frase "${key}" non c'è`, 'scrivila in flows/phrases/it.yaml')),
    ...labelKeys(step, flow.flow, name)
      .filter((key) => labels[key] === undefined)
      .map((key) =>
        faultAt(source, path, `l'etichetta "${key}" non c'è`, 'scrivila fra le labels di it.yaml'),
      ),
  ]);
}

/** The labels that a step's options need; an option that leads to a sheet may take the sheet's own name. */
export function labelKeys(
  step: ReturnType<typeof allSteps>[number]['step'],
  flow: string,
  name: string,
): string[] {
  if (step.kind !== 'ask-choice' || typeof step.options === 'string') return [];
  return step.options
    .filter(({ label, next }) => label !== undefined || !next.startsWith('sheet:'))
    .map(({ label, option }) => label ?? stepChoiceId(flow, name, option));
}

function usedByEngine(written: Written): Fault[] {
  const source = italian(written);
  if (source === undefined) return [];
  const { phrases, labels, sheets } = source.content;
  return [
    ...ENGINE_PHRASES.filter((key) => phrases[key] === undefined).map((key) => ['phrases', key] as const),
    ...ENGINE_LABELS.filter((key) => labels[key] === undefined).map((key) => ['labels', key] as const),
    ...written.sheets.filter((slug) => sheets[slug] === undefined).map((slug) => ['sheets', slug] as const),
  ].map(([part, key]) => faultAt(source, [part], `manca "${key}"`, `scrivila fra le ${part}`));
}

function unused(written: Written): Fault[] {
  const source = italian(written);
  if (source === undefined) return [];
  const steps = allSteps(written);
  const used = new Set([
    ...ENGINE_PHRASES,
    ...OPTIONAL_PHRASES,
    ...ENGINE_LABELS,
    ...steps.flatMap(({ step }) => kindOf(step).phrases(step)),
    ...steps.flatMap(({ step, flow, name }) => labelKeys(step, flow.flow, name)),
  ]);
  return (['phrases', 'labels'] as const).flatMap((part) =>
    Object.keys(source.content[part])
      .filter((key) => !used.has(key))
      .map((key) =>
        faultAt(source, [part, key], `"${key}" non è usata`, 'toglila, o usala in un flusso', 'warning'),
      ),
  );
}

function untranslated(written: Written): Fault[] {
  const original = italian(written)?.content;
  if (original === undefined) return [];
  return written.phrases.flatMap((source) =>
    (['phrases', 'labels', 'sheets'] as const).flatMap((part) => {
      const keys = Object.keys(original[part]);
      const own = source.content[part];
      const languageNames = (key: string): boolean => key.startsWith('lingua.chiedi.') && part === 'labels';
      const comuni = (key: string): boolean => key.startsWith('comune.chiedi.') && part === 'labels';
      const missing = keys.filter((key) => !(key in own) && !languageNames(key) && !comuni(key));
      const strange = Object.keys(own).filter((key) => !(key in original[part]));
      return [
        ...missing.map((key) =>
          faultAt(
            source,
            [part],
            `manca "${key}" in questa lingua`,
            'traducila; intanto si usa l’italiano',
            'warning',
          ),
        ),
        ...strange.map((key) =>
          faultAt(source, [part, key], `"${key}" non c'è in italiano`, 'toglila o correggi la chiave'),
        ),
      ];
    }),
  );
}

function twoFiles({ phrases }: Written): Fault[] {
  return LANGUAGES.flatMap((language) =>
    phrases
      .filter(({ content }) => content.language === language)
      .slice(1)
      .map((source) => faultAt(source, ['language'], `"${language}" ha due file`, 'lasciane uno solo')),
  );
}
