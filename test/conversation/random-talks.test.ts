/** Whatever is written, pressed or sent, in any order, in any state that talks can reach. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHOICE_ID } from '../../src/conversation/choices.ts';
import { clean } from '../../src/conversation/clean.ts';
import type { ConversationEvent } from '../../src/conversation/events/index.ts';
import { type Input, MEDIA } from '../../src/conversation/input.ts';
import { LIMITS } from '../../src/conversation/limits.ts';
import { phrase } from '../../src/conversation/phrases.ts';
import { ConversationState } from '../../src/conversation/state.ts';
import { LANGUAGES } from '../../src/lib/language.ts';
import { messages, readyFlows, Talk } from '../support/conversation/talk.ts';

const read = await readyFlows();

const staticIds = [...read.flows.flows.values()].flatMap((flow) =>
  Object.entries(flow.steps).flatMap(([name, step]) =>
    step.kind === 'ask-choice' && typeof step.options !== 'string'
      ? step.options.map(({ option }) => `${flow.flow}.${name}.${option}`)
      : [],
  ),
);
const commands = Object.values(read.flows.words.commands).flatMap(({ whole }) => Object.values(whole).flat());
const names = Object.values(read.flows.words.languages).flat();
const talkative = [
  'isee',
  'come si fa l’isee?',
  "a chi spetta l'adi?",
  'quanto costa',
  'grazie',
  'ciao',
  'boh',
  'sì',
  'no',
];

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...talkative) },
  { weight: 3, arbitrary: fc.constantFrom(...commands) },
  { weight: 1, arbitrary: fc.constantFrom(...names) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 12 }).map(String) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.constantFrom('👍', '🙏', '🐱', '2️⃣', '', ' ', 'mi picchia', 'capurso', 'bari') },
);
const input: fc.Arbitrary<Input> = fc.oneof(
  { weight: 8, arbitrary: text.map((words): Input => ({ kind: 'text', text: words })) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(
        ...staticIds,
        's.isee.cost',
        's.isee',
        'sempre.persona',
        'sempre.indietro',
        'sempre.menu',
        'x',
        '',
      )
      .map((choiceId): Input => ({ kind: 'choice', choiceId })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...MEDIA), fc.option(text, { nil: undefined })).map(
      ([media, caption]): Input => ({
        kind: 'media',
        media,
        ...(caption === undefined ? {} : { caption }),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Input>({ kind: 'location' }, { kind: 'contact' }, { kind: 'unsupported' }),
  },
);
const turns = fc.array(fc.array(input, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });
const hint = fc.constantFrom(null, 'it', 'en-GB', 'ka', 'zz', 'ar');

const notUnderstood = LANGUAGES.flatMap((language) => phrase(read.phrases, 'non-capito', language) ?? []);
/** A message offers a person in its choices, or by saying so. */
const PERSON = /^(?:sempre\.persona|crisi\.offerta\.persona|offri-persona\.chiedi\.si)$/;

function stopped(events: readonly ConversationEvent[]): boolean {
  return events.some(({ kind }) => kind === 'conversation-stopped');
}

describe('random talks', () => {
  test('never throw, never end in silence, never repeat that nothing was understood, always offer a person', () => {
    fc.assert(
      fc.property(hint, turns, (language, talk) => {
        const citizen = new Talk(read, language);
        let missed = false;
        for (const inputs of talk) {
          const result = citizen.turn(...inputs);
          const said = messages(result);
          expect(said.length).toBeGreaterThan(0);
          for (const { text: words } of said) {
            expect(words.trim()).not.toBe('');
            expect(words.length).toBeLessThanOrEqual(LIMITS.reply);
          }
          const choices = said.flatMap((message) => message.choices);
          for (const { id, label } of choices) {
            expect(id).toMatch(CHOICE_ID);
            expect(label).not.toBe('');
          }
          expect(new Set(choices.map(({ id }) => id)).size).toBe(choices.length);
          expect(choices.length).toBeLessThan(9);
          const misses = said.some(({ text: words }) => notUnderstood.some((one) => words.includes(one)));
          const alone = inputs.length === 1;
          expect(misses && missed && alone).toBe(false);
          missed = misses && alone;
          const offersPerson = choices.some(({ id }) => PERSON.test(id));
          expect(offersPerson || stopped(result.events)).toBe(true);
          expect(result.events.some(({ kind }) => kind === 'trouble-met')).toBe(false);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('keep a state that survives being stored, within its bounds', () => {
    fc.assert(
      fc.property(hint, turns, (language, talk) => {
        const citizen = new Talk(read, language);
        for (const inputs of talk) {
          const { state } = citizen.turn(...inputs);
          const stored: unknown = JSON.parse(JSON.stringify(state));
          expect(ConversationState.parse(stored)).toEqual(state);
          expect(state.trail.length).toBeLessThanOrEqual(LIMITS.trail);
          expect(state.returns.length).toBeLessThanOrEqual(LIMITS.returns);
          expect(JSON.stringify(state).length).toBeLessThan(8_000);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('say the same thing twice when played twice', () => {
    fc.assert(
      fc.property(hint, turns, (language, talk) => {
        const [one, other] = [new Talk(read, language), new Talk(read, language)];
        for (const inputs of talk) expect(one.turn(...inputs)).toEqual(other.turn(...inputs));
      }),
      { numRuns: 50 },
    );
  });

  test('answer danger first, wherever the talk stands', () => {
    fc.assert(
      fc.property(hint, turns, fc.array(input, { maxLength: 2 }), (language, talk, others) => {
        const citizen = new Talk(read, language);
        for (const inputs of talk) citizen.turn(...inputs);
        const result = citizen.turn(...others, {
          kind: 'media',
          media: 'image',
          caption: 'mio marito mi picchia',
        });
        const kinds = result.events.map(({ kind }) => kind);
        expect(kinds).toContain('crisis-recognised');
        expect(kinds).not.toContain('sheet-shown');
        expect(messages(result)[0]?.text).toMatch(/^\[(?:violence|suicide|hunger) /);
        expect(
          messages(result)
            .at(-1)
            ?.choices.map(({ id }) => id),
        ).toContain('crisi.offerta.persona');
      }),
      { numRuns: 150 },
    );
  });

  test('hear clean text the same when it is cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        expect(clean(clean(words))).toBe(clean(words));
        expect(clean(words).isWellFormed()).toBe(true);
      }),
    );
  });
});
