/** The registers are the lists of what must be shown to work: a new kind without its case turns this red. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readChoiceId, sheetChoiceId } from '../../src/conversation/choices.ts';
import { drawFlows } from '../../src/conversation/draw.ts';
import { EVENT_KINDS, type EventKind } from '../../src/conversation/events/index.ts';
import type { Input } from '../../src/conversation/input.ts';
import { ASPECTS } from '../../src/conversation/ports.ts';
import { STEP_KINDS } from '../../src/conversation/steps/kinds.ts';
import { SMALL_SHEETS } from '../support/conversation/small-knowledge.ts';
import { ROOT, readyFlows, Talk } from '../support/conversation/talk.ts';

const read = await readyFlows();
const guide = readFileSync(join(ROOT, 'docs/authors-guide.md'), 'utf8');

describe('each kind of step', () => {
  const used = new Set(
    [...read.flows.flows.values()].flatMap(({ steps }) => Object.values(steps).map(({ kind }) => kind)),
  );
  test.each(STEP_KINDS)('%s has its file, its heading in the guide, and a flow that uses it', (kind) => {
    expect(existsSync(join(ROOT, `src/conversation/steps/${kind}.ts`))).toBe(true);
    expect(guide).toContain(`### ${kind}\n`);
    expect(used).toContain(kind);
  });
});

/** What makes each fact happen, after a greeting in Italian. */
const HAPPENS: { readonly [K in EventKind]: readonly (string | Input)[] } = {
  'message-said': ['ciao'],
  'sheet-shown': ['isee'],
  'need-recorded': ['menu', '1'],
  'handoff-requested': ['operatore'],
  'crisis-recognised': ['mio marito mi picchia'],
  'question-unanswered': ['bla'],
  'clarification-asked': ['adi'],
  'language-chosen': ['english'],
  'comune-chosen': ['capurso'],
  'conversation-stopped': ['stop'],
  'conversation-resumed': ['stop', 'ciao'],
  'flow-restarted': ['bla'],
  'trouble-met': [{ kind: 'choice', choiceId: 's.isee' }],
  'media-received': [{ kind: 'media', media: 'voice' }],
};

describe('each fact', () => {
  test.each(EVENT_KINDS)('%s has its file and happens', (kind) => {
    expect(existsSync(join(ROOT, `src/conversation/events/${kind}.ts`))).toBe(true);
    const talk = kind === 'trouble-met' ? new Talk(withoutScheda()) : new Talk(read);
    talk.turn('ciao');
    if (kind === 'flow-restarted') {
      talk.state = { ...talk.state, waiting: { flow: 'sparito', version: 1, step: 'x' } };
    }
    const kinds = HAPPENS[kind].flatMap((said) => talk.turn(said).events.map((event) => event.kind));
    expect(kinds).toContain(kind);
  });
});

function withoutScheda(): typeof read {
  const flows = new Map([...read.flows.flows].filter(([name]) => name !== 'scheda'));
  return { ...read, flows: { ...read.flows, flows } };
}

describe('ids of choices', () => {
  test('each sheet and aspect comes back from its id, which fits every channel', () => {
    const ids = SMALL_SHEETS.flatMap((slug) =>
      [null, ...ASPECTS].map((aspect) => {
        const id = sheetChoiceId(slug, aspect);
        expect(id).toMatch(/^[a-z0-9._-]{1,32}$/);
        expect(readChoiceId(id, SMALL_SHEETS)).toEqual({ is: 'sheet', slug, aspect });
        return id;
      }),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(['', 'x', 's.', 's.sparita', 's.isee.boh', 'a.b.c.d', 'a..b'])('"%s" means nothing', (id) => {
    expect(readChoiceId(id, SMALL_SHEETS)).toEqual({ is: 'unknown' });
  });
});

test('every flow is drawn, with its choices by name', () => {
  const picture = drawFlows(read.flows, read.phrases);
  for (const name of read.flows.flows.keys()) expect(picture).toContain(`## ${name}\n`);
  expect(picture).toContain('|"Soldi e lavoro"|');
});
