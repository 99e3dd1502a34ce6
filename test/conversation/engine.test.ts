import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/conversation/input.ts';
import { LIMITS } from '../../src/conversation/limits.ts';
import { newState, readState } from '../../src/conversation/state.ts';
import { messages, NOON, readyFlows, Talk } from '../support/conversation/talk.ts';

const read = await readyFlows();

/** A citizen who has been greeted and lives in Capurso. */
function known(): Talk {
  const talk = new Talk(read);
  talk.turn('ciao');
  talk.turn('capurso');
  return talk;
}

function labels(talk: Talk, ...said: (string | Input)[]): string[] {
  return messages(talk.turn(...said)).flatMap(({ choices }) => choices.map(({ label }) => label));
}

describe('choices', () => {
  test.each([
    '1',
    '1.',
    '1)',
    '1️⃣',
    'uno',
    'la prima',
    'il numero 1',
    '١',
    'Soldi e lavoro',
    'soldi',
    'sold',
    'SOLDI!',
  ])('"%s" is the first choice of the menu', (text) => {
    const talk = known();
    expect(talk.say(text)).toContain('Soldi e lavoro: che cosa ti serve?');
  });

  test('a beginning that fits two labels chooses none', () => {
    const talk = known();
    talk.turn('4');
    const events = talk.turn('a casa del nonno').events;
    expect(events).toContainEqual({ kind: 'question-unanswered', office: null });
  });

  test('the words of a choice inside a question do not choose it', () => {
    const talk = known();
    expect(talk.say('ho bisogno di aiuto per la casa popolare')).toContain('non so risponderti');
  });

  test('a number with no choice is said to be wrong, and the question is put again', () => {
    const talk = known();
    expect(talk.say('8')).toContain('Scegli un numero da 1 a 6');
    expect(talk.state.misses).toBe(0);
  });

  test('an old button still does what it says', () => {
    const talk = known();
    talk.turn('come si fa l’isee?');
    expect(talk.say({ kind: 'choice', choiceId: 'menu.bisogno.casa' })).toContain('Casa: che cosa ti serve?');
    expect(talk.say({ kind: 'choice', choiceId: 's.isee.cost' })).toContain('Quanto costa');
  });

  test('a button whose meaning is gone is said to be old, with the current question', () => {
    const talk = known();
    const said = talk.say({ kind: 'choice', choiceId: 'menu.bisogno.sparita' });
    expect(said).toContain('vecchia');
    expect(said).toContain('Di che cosa hai bisogno?');
  });

  test('"non vivo a Triggiano" does not', () => {
    const talk = new Talk(read);
    talk.turn('ciao');
    talk.turn('io non vivo a Triggiano');
    expect(talk.state.profile.comune).toBeUndefined();
  });

  test('"vivo a Triggiano" chooses the Comune', () => {
    const talk = new Talk(read);
    talk.turn('ciao');
    const { events } = talk.turn('io vivo a Triggiano');
    expect(events).toContainEqual({ kind: 'comune-chosen', comune: 'Triggiano' });
  });
});

describe('words that always work', () => {
  test.each([
    ['0', 'Ho segnato che vuoi parlare con una persona'],
    ['0️⃣', 'Ho segnato che vuoi parlare con una persona'],
    ['human', 'Ho segnato che vuoi parlare con una persona'],
    ['posso parlare con qualcuno per favore?', 'Ho segnato che vuoi parlare con una persona'],
    ['menu', 'Di che cosa hai bisogno?'],
    ['/start', 'Di che cosa hai bisogno?'],
    ['aiuto', 'chiama il 112'],
    ['chi legge questi messaggi?', 'sono un programma'],
    ['ma sei una persona vera?', 'sono un programma'],
    ['voglio una persona vera', 'Ho segnato che vuoi parlare con una persona'],
    ['stop', 'non scrivo più'],
    ['lingua', 'Che lingua parli?'],
  ])('"%s" in the middle of a question', (word, reply) => {
    const talk = known();
    talk.turn('1');
    expect(talk.say(word)).toContain(reply);
  });

  test('"9" goes back, question by question, then to the menu', () => {
    const talk = known();
    talk.turn('1');
    talk.turn('isee');
    expect(talk.say('9')).toContain('Soldi e lavoro: che cosa ti serve?');
    expect(talk.say('indietro')).toContain('Di che cosa hai bisogno?');
    expect(talk.say('9')).toContain('Di che cosa hai bisogno?');
  });

  test('a language name changes the language at any time, and the choice is kept', () => {
    const talk = known();
    expect(talk.say('english')).toContain('What do you need?');
    expect(talk.say('come si fa l’isee e che documenti servono')).toContain('ISEE');
    expect(talk.state.profile.language).toBe('en');
  });

  test('the language follows a whole sentence, not one word', () => {
    const talk = known();
    talk.turn('hello');
    expect(talk.state.profile.language).toBe('it');
    talk.turn('hello where is the rent help');
    expect(talk.state.profile.language).toBe('en');
  });

  test('a script of no language of ours: the language is asked, then the question is answered', () => {
    const talk = new Talk(read, null);
    expect(talk.say('як отримати допомогу')).toContain('Che lingua parli?');
    expect(talk.say('English')).toContain('Which town');
  });

  test('a person asked for twice does not ask the Comune twice', () => {
    const talk = new Talk(read);
    talk.turn('ciao');
    talk.turn('operatore');
    const said = talk.say('capurso');
    expect(said).toContain('assistente sociale di Capurso');
    expect(said).not.toContain('in che Comune vivi');
  });
});

describe('danger', () => {
  test('wins over everything in the same burst, and the question comes back', () => {
    const talk = known();
    const { events } = talk.turn('menu', '2', 'mio marito mi picchia', 'english');
    expect(events.map(({ kind }) => kind)).toEqual(['crisis-recognised', 'message-said']);
    const first = messages({ state: talk.state, events })[0];
    expect(first?.text.startsWith('[violence it]')).toBe(true);
    expect(talk.say('no')).toContain('Di che cosa hai bisogno?');
  });

  test('is heard at both ends of a very long text', () => {
    const long = 'parole '.repeat(5_000);
    for (const text of [`mio marito mi picchia ${long}`, `${long} mio marito mi picchia`]) {
      expect(known().turn(text).events[0]).toMatchObject({ kind: 'crisis-recognised' });
    }
  });

  test('is heard past the end of a flood of messages, and across pieces of a sentence', () => {
    const flood = Array.from({ length: LIMITS.burst + 5 }, () => 'bla');
    expect(known().turn(...flood, 'mi picchia').events[0]).toMatchObject({ kind: 'crisis-recognised' });
    expect(known().turn('non ho più voglia', 'di vivere').events[0]).toMatchObject({
      kind: 'crisis-recognised',
    });
  });

  test('speaks the language it was written in when nothing else is known', () => {
    const talk = new Talk(read, null);
    const said = talk.say('he beats me');
    expect(said.startsWith('[violence en]')).toBe(true);
    expect(said).toContain('I am an automatic assistant');
  });

  test('is kept in mind: three reminders, then no more; nothing after some hours', () => {
    const talk = known();
    talk.turn('mio marito mi picchia');
    const said = ['isee?', 'e le bollette?', 'l’affitto?', 'isee'].map((text) =>
      talk.say(text).includes('1522'),
    );
    expect(said).toEqual([true, true, true, false]);
    const later = known();
    later.turn('mio marito mi picchia');
    later.now = new Date(NOON.getTime() + (LIMITS.dangerHours + 1) * 3_600_000);
    expect(later.say('isee')).not.toContain('1522');
  });

  test('a question asked beside it is answered when the citizen goes on, else forgotten', () => {
    const asked = 'mio marito mi picchia, e come si fa l’isee?';
    const goesOn = known();
    goesOn.turn(asked);
    expect(goesOn.say('no')).toContain('ISEE, DSU e CAF');
    const turnsAway = known();
    turnsAway.turn(asked);
    expect(turnsAway.state.pending).toBe(asked);
    turnsAway.turn('menu');
    expect(turnsAway.state.pending).toBeNull();
  });

  test('the hand-off that follows says why', () => {
    const talk = known();
    talk.turn('mio marito mi picchia');
    expect(talk.turn('sì').events).toContainEqual({ kind: 'handoff-requested', reason: 'crisis' });
  });
});

describe('states of older flows', () => {
  test('a step that is gone: the flow begins again and it is said', () => {
    const talk = known();
    talk.turn('1');
    talk.state = { ...talk.state, waiting: { flow: 'menu', version: 0, step: 'sparito' } };
    const { events } = talk.turn('2');
    expect(events).toContainEqual({ kind: 'flow-restarted', flow: 'menu' });
    expect(messages({ state: talk.state, events })[0]?.text).toContain('questa parte è cambiata');
  });

  test('a flow that is gone: the menu', () => {
    const talk = known();
    talk.state = { ...talk.state, waiting: { flow: 'sparito', version: 1, step: 'x' } };
    expect(talk.say('ciao')).toContain('Di che cosa hai bisogno?');
  });

  test('a flow that records a request is not begun twice', () => {
    const talk = known();
    talk.state = { ...talk.state, waiting: { flow: 'persona', version: 1, step: 'sparito' } };
    expect(talk.turn('1').events.some(({ kind }) => kind === 'handoff-requested')).toBe(false);
  });

  test('a newer version with the same step goes on', () => {
    const talk = known();
    talk.state = { ...talk.state, waiting: { flow: 'menu', version: 0, step: 'bisogno' } };
    expect(talk.say('2')).toContain('Casa: che cosa ti serve?');
    expect(readState({ ...newState(), version: 2 })).toBeNull();
  });
});

describe('a flow that goes round', () => {
  test('stops at the limit with a word of apology and a way to a person', () => {
    const menu = read.flows.flows.get('menu');
    if (menu === undefined) throw new Error('menu is missing');
    const round = { ...menu, start: 'a', steps: { a: { kind: 'say', phrase: 'guaio', next: 'a' } } } as const;
    const flows = { ...read.flows, flows: new Map([...read.flows.flows, ['menu', round]]) };
    const talk = new Talk({ ...read, flows });
    talk.turn('ciao');
    talk.state = { ...talk.state, waiting: null, returns: [] };
    const { events } = talk.turn('menu');
    expect(events).toContainEqual({ kind: 'trouble-met', code: 'too-many-steps' });
    expect(messages({ state: talk.state, events })[0]?.choices.map(({ label }) => label)).toContain(
      'Una persona',
    );
  });
});

describe('bursts and texts', () => {
  test('what disturbs is taken out', () => {
    const talk = known();
    expect(talk.say('\u202Ecasa\u202C\u0000\uD800')).toContain('Casa: che cosa ti serve?');
  });

  test.each(['', '   ', '\u200B', '🐱', '!!!'])('nothing to read ("%s") gets a friendly answer', (text) => {
    expect(known().say(text)).toContain('Ciao!');
    expect(new Talk(read).say(text)).toContain('assistente automatico');
  });

  test('everything is one message with the choices of the last question', () => {
    const talk = known();
    expect(messages(talk.turn('grazie', 'menu', { kind: 'contact' }))).toHaveLength(1);
  });

  test('the choices at the end of every answer have a person', () => {
    const talk = known();
    for (const text of ['isee', 'grazie', 'menu', '3', 'boh', 'boh boh', '9', 'aiuto']) {
      expect(labels(talk, text).some((label) => /persona/i.test(label))).toBe(true);
    }
  });
});

test('what is said in Arabic carries the marks that keep Latin names and stops in their place', () => {
  expect(new Talk(read, 'ar').say('مرحبا')).toContain('Ambito di Triggiano.\u200f\n');
  expect(new Talk(read, 'it').say('ciao')).not.toMatch(/[\u200e\u200f]/);
});
