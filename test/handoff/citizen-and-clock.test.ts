import { describe, expect, test } from 'vitest';
import type { Act, Worker } from '../../src/handoff/acts.ts';
import { HOUR } from '../../src/handoff/local-time.ts';
import { dueAt, formerOf, REOPENS_WITHIN } from '../../src/handoff/ticket.ts';
import { transition } from '../../src/handoff/transition.ts';
import { anna, bruno, CLAIM, claimed, closed, done, later, led, refusal, ticket, worker } from './tickets.ts';

const until = later(HOUR);
const wrote = (former: Worker | null = null, danger: 'now' | 'soon' | null = null): Act => ({
  act: 'citizen-wrote',
  danger,
  former,
});
const snoozed = () => led(claimed(), { act: 'snooze', by: 'anna', until });
const unavailable: readonly (readonly [string, Worker | null])[] = [
  ['nobody is known', null],
  ['off shift', worker('anna', { onShift: false })],
  ['at the cap', worker('anna', { open: 5 })],
  ['of another office by now', worker('anna', { offices: ['triggiano'] })],
  ['not the former worker', bruno],
];

describe('the citizen writes', () => {
  test('while waiting or in hand: somebody is told, nothing moves', () => {
    expect(done(ticket(), wrote()).events).toEqual([{ kind: 'citizen-wrote', reader: null }]);
    expect(done(claimed(), wrote()).events).toEqual([{ kind: 'citizen-wrote', reader: 'anna' }]);
    expect(led(claimed(), wrote())).toEqual(claimed());
  });

  test('of a danger: the urgency rises, and never falls', () => {
    expect(done(ticket(), wrote(null, 'soon')).events).toContainEqual({
      kind: 'urgency-raised',
      from: 'ordinary',
      to: 'soon',
    });
    expect(led(ticket(), wrote(null, 'now'), wrote(null, 'soon'), wrote())).toMatchObject({
      urgency: 'now',
      since: ticket().since,
    });
  });

  test('to a snoozed ticket: it wakes to its worker', () => {
    expect(done(snoozed(), wrote(anna))).toEqual({
      state: { is: 'claimed', worker: 'anna' },
      events: [
        { kind: 'citizen-wrote', reader: 'anna' },
        { kind: 'ticket-resumed', worker: 'anna', because: 'citizen-wrote' },
      ],
    });
  });

  test.each(unavailable)('to a snoozed ticket whose worker is %s: in front of the queue', (_, former) => {
    expect(done(snoozed(), wrote(former)).state).toEqual({ is: 'waiting', returned: true });
  });

  test('to a closed ticket: it is reopened, for its worker, from now on', () => {
    const now = later(HOUR);
    expect(done(closed(), wrote(anna), now)).toEqual({
      state: { is: 'claimed', worker: 'anna' },
      events: [
        { kind: 'citizen-wrote', reader: 'anna' },
        { kind: 'ticket-reopened', worker: 'anna' },
      ],
    });
    expect(formerOf(closed())).toBe('anna');
  });

  test.each(unavailable)('to a closed ticket whose worker is %s: it waits', (_, former) => {
    expect(done(closed(), wrote(former)).state).toEqual({ is: 'waiting', returned: false });
  });

  test('a danger told after the closing makes room for itself', () => {
    expect(done(closed(), wrote(worker('anna', { open: 5 }), 'now')).state.is).toBe('claimed');
  });

  test('after a week, or after leaving the queue: a new ticket', () => {
    expect(done(closed(), wrote(anna), later(REOPENS_WITHIN)).state.is).toBe('claimed');
    expect(refusal(closed(), wrote(anna, 'now'), later(REOPENS_WITHIN + 1))).toMatchObject({
      why: 'reopening-over',
      decision: 'new-ticket',
    });
    expect(refusal(closed('left'), wrote(anna))).toMatchObject({ decision: 'new-ticket' });
  });
});

describe('the citizen leaves the queue', () => {
  const leave: Act = { act: 'citizen-left-queue' };

  test('from waiting, also when transferred; the danger is not forgotten', () => {
    const sent = led(claimed('now'), { act: 'transfer-to-worker', by: 'anna', to: bruno, note: 'n' });
    for (const queued of [ticket('now'), sent])
      expect(done(queued, leave)).toMatchObject({
        state: { is: 'closed', outcome: 'left', worker: null },
        events: [{ kind: 'ticket-closed', outcome: 'left', worker: null, urgency: 'now' }],
      });
  });

  test('not from a worker who has begun: they are told', () => {
    for (const begun of [claimed(), snoozed()])
      expect(refusal(begun, leave)).toEqual({ why: 'not-in-queue', worker: 'anna', decision: 'pass-on' });
    expect(refusal(closed(), leave).why).toBe('closed');
  });
});

describe('a worker reopens', () => {
  test('what was closed too early', () => {
    const reopen: Act = { act: 'reopen', by: bruno, former: anna };
    expect(done(closed(), reopen)).toEqual({
      state: { is: 'claimed', worker: 'anna' },
      events: [{ kind: 'ticket-reopened', worker: 'anna' }],
    });
    expect(led(closed(), reopen)).toMatchObject({ since: later(0), askedAt: ticket().askedAt });
    expect(done(closed(), { ...reopen, former: null }).state.is).toBe('waiting');
    expect(refusal(claimed(), reopen).why).toBe('not-closed');
    expect(refusal(closed(), reopen, later(REOPENS_WITHIN + 1)).why).toBe('reopening-over');
    const foreign = worker('dora', { offices: ['triggiano'] });
    expect(refusal(closed(), { ...reopen, by: foreign }).why).toBe('wrong-office');
  });
});

describe('time passes', () => {
  const passed = (former: Worker | null = null): Act => ({ act: 'promise-passed', former });

  test('a promise to the citizen that is missed is told once, and moves nothing', () => {
    const promised = led(ticket(), { act: 'promise', due: until });
    expect(dueAt(promised)).toEqual(until);
    expect(refusal(promised, passed())).toEqual({ why: 'not-due', due: until, decision: 'wait' });
    expect(done(promised, passed(), until)).toEqual({
      state: promised.state,
      events: [{ kind: 'promise-missed', due: until }],
    });
    const missed = transition(promised, passed(), until);
    if (missed.is === 'changed') expect(refusal(missed.ticket, passed(), until).why).toBe('not-concerned');
    expect(missed.is).toBe('changed');
    const claimedLate = led(promised, CLAIM);
    expect(done(claimedLate, passed(), until).events).toHaveLength(1);
    expect(refusal(ticket(), passed(), until)).toEqual({ why: 'not-concerned', decision: 'nothing' });
    expect(refusal(closed(), passed(), until).decision).toBe('nothing');
  });

  test('a hold goes back to its worker’s work', () => {
    const held = led(claimed(), { act: 'hold', by: 'anna', until });
    expect(done(held, passed(), until)).toEqual({
      state: { is: 'claimed', worker: 'anna' },
      events: [{ kind: 'ticket-resumed', worker: 'anna', because: 'time-passed' }],
    });
  });

  test('a snooze wakes to its worker, or in front of the queue', () => {
    expect(done(snoozed(), passed(anna), until).state).toEqual({ is: 'claimed', worker: 'anna' });
    expect(done(snoozed(), passed(), until)).toEqual({
      state: { is: 'waiting', returned: true },
      events: [{ kind: 'ticket-requeued', worker: 'anna', because: 'time-passed' }],
    });
  });

  test('the earlier of two instants is due, and both when both have come', () => {
    const promised = led(ticket(), { act: 'promise', due: later(2 * HOUR) }, CLAIM);
    const held = led(promised, { act: 'hold', by: 'anna', until });
    expect(dueAt(held)).toEqual(until);
    expect(dueAt(led(held, { act: 'hold', by: 'anna', until: later(3 * HOUR) }))).toEqual(later(2 * HOUR));
    expect(done(held, passed(), until).events).toHaveLength(1);
    expect(done(held, passed(), later(2 * HOUR)).events.map(({ kind }) => kind)).toEqual([
      'promise-missed',
      'ticket-resumed',
    ]);
  });

  test('nothing is promised for the past, or of what is closed', () => {
    expect(refusal(ticket(), { act: 'promise', due: later(0) }).why).toBe('in-the-past');
    expect(refusal(closed(), { act: 'promise', due: until }).why).toBe('closed');
  });
});
