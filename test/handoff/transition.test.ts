import { describe, expect, test } from 'vitest';
import type { Act } from '../../src/handoff/acts.ts';
import { HOUR } from '../../src/handoff/local-time.ts';
import { OUTCOMES } from '../../src/handoff/ticket.ts';
import { transition } from '../../src/handoff/transition.ts';
import {
  anna,
  bruno,
  CLAIM,
  claimed,
  closed,
  done,
  later,
  led,
  NOW,
  refusal,
  ticket,
  worker,
} from './tickets.ts';

const WAITING = { is: 'waiting', returned: false };
const RETURNED = { is: 'waiting', returned: true };
const until = later(HOUR);

describe('claiming', () => {
  test('puts a ticket in one worker’s hands', () => {
    expect(done(ticket(), CLAIM)).toEqual({
      state: { is: 'claimed', worker: 'anna' },
      events: [{ kind: 'ticket-claimed', worker: 'anna' }],
    });
  });

  test('who comes second is told who was first; a second click is nothing', () => {
    expect(refusal(claimed(), { act: 'claim', by: bruno })).toEqual({
      why: 'already-claimed',
      worker: 'anna',
      decision: 'tell',
    });
    expect(refusal(claimed(), CLAIM)).toMatchObject({ why: 'already-claimed', decision: 'nothing' });
  });

  test('is for the workers of the office, with room', () => {
    const foreign = worker('dora', { offices: ['triggiano'] });
    expect(refusal(ticket(), { act: 'claim', by: foreign })).toEqual({
      why: 'wrong-office',
      worker: 'dora',
      office: 'capurso',
      decision: 'tell',
    });
    const full = worker('anna', { open: 5 });
    expect(refusal(ticket('soon'), { act: 'claim', by: full })).toEqual({
      why: 'cap-reached',
      worker: 'anna',
      cap: 5,
      decision: 'tell',
    });
  });

  test('a danger of now finds room over the cap', () => {
    expect(done(ticket('now'), { act: 'claim', by: worker('anna', { open: 5 }) }).state.is).toBe('claimed');
  });
});

describe('working', () => {
  test('the first reply keeps the promise, the next is one more', () => {
    const promised = led(ticket(), { act: 'promise', due: until }, CLAIM);
    const replied = led(promised, { act: 'reply', by: 'anna' });
    expect(replied).toMatchObject({ promisedBy: null, firstReplyAt: NOW });
    expect(done(promised, { act: 'reply', by: 'anna' }).events).toEqual([
      { kind: 'worker-replied', worker: 'anna', first: true },
    ]);
    const again = transition(replied, { act: 'reply', by: 'anna' }, until);
    expect(again).toMatchObject({ ticket: { firstReplyAt: NOW }, events: [{ first: false }] });
  });

  test('a hold is prolonged, and ended by its worker, by a reply or by the citizen', () => {
    const held = led(claimed(), { act: 'hold', by: 'anna', until });
    expect(held.state).toEqual({ is: 'held', worker: 'anna', until });
    expect(done(held, { act: 'hold', by: 'anna', until: later(2 * HOUR) }).state).toMatchObject({
      until: later(2 * HOUR),
    });
    const back = { is: 'claimed', worker: 'anna' };
    expect(done(held, { act: 'resume', by: anna }).state).toEqual(back);
    expect(done(held, { act: 'reply', by: 'anna' }).state).toEqual(back);
    expect(done(held, { act: 'citizen-wrote', danger: null, former: null }).state).toEqual(back);
    expect(refusal(claimed(), { act: 'resume', by: anna })).toMatchObject({ why: 'not-held' });
  });

  test('a snooze leaves the hands free, and any worker may take the ticket', () => {
    const snoozed = led(claimed(), { act: 'snooze', by: 'anna', until });
    expect(snoozed.state).toEqual({ is: 'snoozed', worker: 'anna', until });
    expect(done(snoozed, { act: 'resume', by: anna }).state).toEqual({ is: 'claimed', worker: 'anna' });
    expect(done(snoozed, { act: 'claim', by: bruno }).state).toEqual({ is: 'claimed', worker: 'bruno' });
    expect(refusal(snoozed, { act: 'resume', by: bruno })).toMatchObject({ why: 'not-yours' });
    expect(refusal(snoozed, { act: 'resume', by: worker('anna', { open: 5 }) })).toMatchObject({
      why: 'cap-reached',
    });
  });

  test('released, it has the place of its age', () => {
    expect(done(claimed(), { act: 'release', by: 'anna' })).toEqual({
      state: WAITING,
      events: [{ kind: 'ticket-requeued', worker: 'anna', because: 'released' }],
    });
  });

  test.each(OUTCOMES)('closed: %s', (outcome) => {
    expect(done(claimed('soon'), { act: 'close', by: 'anna', outcome })).toEqual({
      state: { is: 'closed', outcome, at: NOW, worker: 'anna' },
      events: [{ kind: 'ticket-closed', outcome, worker: 'anna', urgency: 'soon' }],
    });
  });

  test('closed, nothing is promised any more', () => {
    const promised = led(ticket(), { act: 'promise', due: until }, CLAIM);
    expect(led(promised, { act: 'close', by: 'anna', outcome: 'not-ours' }).promisedBy).toBeNull();
  });

  const works: readonly ((by: string) => Act)[] = [
    (by) => ({ act: 'reply', by }),
    (by) => ({ act: 'hold', by, until }),
    (by) => ({ act: 'resume', by: worker(by) }),
    (by) => ({ act: 'snooze', by, until }),
    (by) => ({ act: 'transfer-to-worker', by, to: worker('carla'), note: 'n' }),
    (by) => ({ act: 'transfer-to-office', by, office: 'triggiano', note: 'n' }),
    (by) => ({ act: 'release', by }),
    (by) => ({ act: 'close', by, outcome: 'answered' }),
  ];
  test.each(works.map((work) => [work('anna').act, work] as const))(
    '%s is for who has the ticket in hand',
    (_, work) => {
      expect(refusal(claimed(), work('bruno'))).toEqual({
        why: 'not-yours',
        worker: 'anna',
        decision: 'tell',
      });
      expect(refusal(ticket(), work('anna'))).toEqual({ why: 'not-claimed', decision: 'claim-first' });
      expect(refusal(closed(), work('anna'))).toEqual({
        why: 'closed',
        outcome: 'answered',
        at: NOW,
        decision: 'tell',
      });
    },
  );

  test('nothing is put off to an instant that has passed', () => {
    for (const act of ['hold', 'snooze'] as const)
      expect(refusal(claimed(), { act, by: 'anna', until: NOW })).toEqual({
        why: 'in-the-past',
        decision: 'choose-another',
      });
  });
});

describe('transferring', () => {
  const toBruno: Act = { act: 'transfer-to-worker', by: 'anna', to: bruno, note: 'n1' };

  test('to a colleague: theirs to take, with the note; the sender may take it back', () => {
    const sent = led(claimed(), toBruno);
    expect(sent.state).toEqual({
      is: 'transferred',
      by: 'anna',
      to: { is: 'worker', worker: 'bruno' },
      note: 'n1',
    });
    expect(refusal(sent, { act: 'claim', by: worker('carla') })).toEqual({
      why: 'reserved',
      worker: 'bruno',
      decision: 'tell',
    });
    expect(done(sent, { act: 'claim', by: bruno }).state).toEqual({ is: 'claimed', worker: 'bruno' });
    expect(done(sent, CLAIM).state).toEqual({ is: 'claimed', worker: 'anna' });
    expect(done(sent, { act: 'release', by: 'bruno' }).state).toEqual(WAITING);
    expect(refusal(sent, { act: 'release', by: 'anna' }).why).toBe('not-claimed');
  });

  test.each([
    [worker('bruno', { onShift: false }), 'not-on-shift'],
    [worker('bruno', { offices: [] }), 'wrong-office'],
    [worker('bruno', { open: 5 }), 'cap-reached'],
    [anna, 'already-there'],
  ])('not to a colleague who cannot: %#', (to, why) => {
    expect(refusal(claimed(), { act: 'transfer-to-worker', by: 'anna', to, note: 'n' })).toMatchObject({
      why,
      decision: 'choose-another',
    });
  });

  test('to an office: its queue, with the old age', () => {
    const sent = led(claimed(), {
      act: 'transfer-to-office',
      by: 'anna',
      office: 'triggiano',
      note: 'n1',
    });
    expect(sent).toMatchObject({
      office: 'triggiano',
      since: ticket().since,
      state: { is: 'transferred', to: { is: 'office' }, note: 'n1' },
    });
    expect(refusal(sent, CLAIM).why).toBe('wrong-office');
    const dora = worker('dora', { offices: ['triggiano'] });
    expect(done(sent, { act: 'claim', by: dora }).state).toEqual({ is: 'claimed', worker: 'dora' });
    const same: Act = { act: 'transfer-to-office', by: 'anna', office: 'capurso', note: 'n' };
    expect(refusal(claimed(), same).why).toBe('already-there');
  });
});

describe('a worker who goes away', () => {
  test.each([
    ['worker-absent', 'absent'],
    ['shift-ended', 'shift-ended'],
  ] as const)('%s: leaves tickets in front of the queue, with their age', (act, because) => {
    const held = led(claimed(), { act: 'hold', by: 'anna', until });
    const sent = led(led(ticket(), { act: 'claim', by: bruno }), {
      act: 'transfer-to-worker',
      by: 'bruno',
      to: anna,
      note: 'n',
    });
    for (const hers of [claimed(), held, sent]) {
      expect(done(hers, { act, worker: 'anna' })).toEqual({
        state: RETURNED,
        events: [{ kind: 'ticket-requeued', worker: 'anna', because }],
      });
      expect(led(hers, { act, worker: 'anna' })).toMatchObject({ since: ticket().since });
    }
    const snoozed = led(claimed(), { act: 'snooze', by: 'anna', until });
    for (const other of [ticket(), snoozed, closed(), led(ticket(), { act: 'claim', by: bruno })])
      expect(refusal(other, { act, worker: 'anna' })).toEqual({
        why: 'not-concerned',
        decision: 'nothing',
      });
  });
});
