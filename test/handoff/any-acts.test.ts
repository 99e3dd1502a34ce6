/** Whatever is done, in any order, to several tickets by several workers. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Act, Worker } from '../../src/handoff/acts.ts';
import { HOUR } from '../../src/handoff/local-time.ts';
import { compareTickets, placeOf, queueOf } from '../../src/handoff/order.ts';
import {
  countsFor,
  dueAt,
  formerOf,
  holderOf,
  isQueued,
  newTicket,
  OUTCOMES,
  type Ticket,
} from '../../src/handoff/ticket.ts';
import { transition } from '../../src/handoff/transition.ts';
import { compareUrgency, URGENCIES } from '../../src/handoff/urgency.ts';
import { NOW } from './tickets.ts';

const CAP = 2;
const OFFICES = ['capurso', 'triggiano'];
const WORKERS: Readonly<Record<string, readonly string[]>> = {
  anna: ['capurso'],
  bruno: ['capurso', 'triggiano'],
  carla: ['triggiano'],
};
const ACTS = [
  'claim',
  'reply',
  'hold',
  'resume',
  'snooze',
  'transfer-to-worker',
  'transfer-to-office',
  'release',
  'reopen',
  'close',
  'citizen-wrote',
  'citizen-left-queue',
  'worker-absent',
  'shift-ended',
  'promise',
  'promise-passed',
] as const satisfies readonly Act['act'][];

interface Move {
  readonly act: (typeof ACTS)[number];
  readonly ticket: number;
  readonly who: string;
  readonly other: string;
  readonly office: string;
  readonly hours: number;
  readonly outcome: (typeof OUTCOMES)[number];
  readonly danger: 'now' | 'soon' | null;
  readonly offShift: boolean;
}
const id = fc.constantFrom(...Object.keys(WORKERS));
const move: fc.Arbitrary<Move> = fc.record({
  act: fc.constantFrom(...ACTS, 'claim', 'claim'),
  ticket: fc.nat(4),
  who: id,
  other: id,
  office: fc.constantFrom(...OFFICES),
  hours: fc.integer({ min: -1, max: 100 }),
  outcome: fc.constantFrom(...OUTCOMES),
  danger: fc.constantFrom(null, null, null, 'soon', 'now'),
  offShift: fc.boolean(),
});
const start = fc.array(fc.tuple(fc.constantFrom(...URGENCIES), fc.constantFrom(...OFFICES)), {
  minLength: 5,
  maxLength: 5,
});

/** As the store would know a worker just before the act. */
function facts(tickets: readonly Ticket[], worker: string, onShift: boolean): Worker {
  const open = tickets.filter((ticket) => countsFor(ticket) === worker).length;
  return { id: worker, offices: WORKERS[worker] ?? [], onShift, open, cap: CAP };
}

function toAct(tickets: readonly Ticket[], ticket: Ticket, move: Move, now: Date): Act {
  const { act, who, other, office, outcome, danger, offShift } = move;
  const until = new Date(now.getTime() + move.hours * HOUR);
  const known = (worker: string) => facts(tickets, worker, !offShift);
  const before = formerOf(ticket);
  const former = before === null ? null : known(before);
  switch (act) {
    case 'claim':
    case 'resume':
      return { act, by: known(who) };
    case 'reply':
    case 'release':
      return { act, by: who };
    case 'hold':
    case 'snooze':
      return { act, by: who, until };
    case 'transfer-to-worker':
      return { act, by: who, to: known(other), note: 'n' };
    case 'transfer-to-office':
      return { act, by: who, office, note: 'n' };
    case 'reopen':
      return { act, by: known(who), former };
    case 'close':
      return { act, by: who, outcome };
    case 'citizen-wrote':
      return { act, danger, former };
    case 'citizen-left-queue':
      return { act };
    case 'worker-absent':
    case 'shift-ended':
      return { act, worker: who };
    case 'promise':
      return { act, due: until };
    case 'promise-passed':
      return { act, former };
  }
}

type Seen = (before: Ticket, after: Ticket, act: Act, tickets: readonly Ticket[], now: Date) => void;

/** Plays the moves, two hours apart, and shows each change with all the tickets after it. */
function play(
  urgencies: readonly (readonly [Ticket['urgency'], string])[],
  moves: readonly Move[],
  see: Seen,
) {
  let tickets = urgencies.map(([urgency, office], index) =>
    newTicket(`t${index}`, office, urgency, new Date(NOW.getTime() + index * 1000)),
  );
  moves.forEach((each, step) => {
    const now = new Date(NOW.getTime() + (step + 1) * 2 * HOUR);
    const before = tickets[each.ticket];
    if (!before) return;
    const kept = JSON.stringify(before);
    const act = toAct(tickets, before, each, now);
    const result = transition(before, act, now);
    expect(JSON.stringify(before)).toBe(kept);
    expect(transition(before, act, now)).toEqual(result);
    if (result.is === 'refused') return;
    tickets = tickets.with(each.ticket, result.ticket);
    see(before, result.ticket, act, tickets, now);
  });
  return tickets;
}

const anyPlay = (see: Seen) =>
  fc.assert(
    fc.property(start, fc.array(move, { minLength: 1, maxLength: 60 }), (urgencies, moves) => {
      play(urgencies, moves, see);
    }),
    { numRuns: 400 },
  );

test('no ticket is lost or in two hands: each is in the queue, in one hand, set aside, or closed', () => {
  anyPlay((before, after, _, tickets) => {
    expect(after.id).toBe(before.id);
    for (const ticket of tickets) {
      const places = [
        isQueued(ticket),
        holderOf(ticket) !== null,
        ticket.state.is === 'snoozed',
        ticket.state.is === 'closed',
      ];
      expect(places.filter(Boolean)).toHaveLength(1);
    }
    const queued = OFFICES.flatMap((office) => queueOf(tickets, office));
    expect(new Set(queued)).toEqual(new Set(tickets.filter(isQueued)));
    expect(queued).toHaveLength(tickets.filter(isQueued).length);
  });
});

test('a closed ticket is never in the queue, never due, and only comes back by being reopened', () => {
  anyPlay((before, after, act, tickets) => {
    const closed = tickets.filter(({ state }) => state.is === 'closed');
    for (const ticket of closed) {
      expect(placeOf(ticket, tickets)).toBeNull();
      expect(dueAt(ticket)).toBeNull();
    }
    if (before.state.is !== 'closed') return;
    expect(['reopen', 'citizen-wrote']).toContain(act.act);
    expect(after.state.is).not.toBe('closed');
  });
});

test('a ticket passes from hand to hand only through the queue or a sleep', () => {
  anyPlay((before, after) => {
    const [old, next] = [holderOf(before), holderOf(after)];
    if (old !== null && next !== null) expect(next).toBe(old);
  });
});

test('nobody holds what is not of their office, nor more than the cap but for dangers of now', () => {
  anyPlay((_, __, ___, tickets) => {
    for (const worker of Object.keys(WORKERS)) {
      const theirs = tickets.filter((ticket) => countsFor(ticket) === worker);
      for (const { office } of theirs) expect(WORKERS[worker]).toContain(office);
      expect(theirs.filter(({ urgency }) => urgency !== 'now').length).toBeLessThanOrEqual(CAP);
    }
  });
});

test('a waiting citizen keeps their age: only reopening begins it anew; urgency only rises', () => {
  anyPlay((before, after, _, tickets, now) => {
    expect(after.askedAt).toEqual(before.askedAt);
    expect(after.since).toEqual(before.state.is === 'closed' ? now : before.since);
    expect(compareUrgency(after.urgency, before.urgency)).toBeLessThanOrEqual(0);
    for (const office of OFFICES) {
      const queue = queueOf(tickets, office);
      queue.slice(1).forEach((ticket, index) => {
        const ahead = queue[index];
        if (ahead) expect(compareTickets(ahead, ticket)).toBeLessThan(0);
      });
    }
  });
});

test('every state and every act is reached', () => {
  const acts = new Set<string>();
  const states = new Set<string>();
  fc.assert(
    fc.property(start, fc.array(move, { minLength: 40, maxLength: 80 }), (urgencies, moves) => {
      play(urgencies, moves, (_, after, act) => {
        acts.add(act.act);
        states.add(after.state.is);
      });
    }),
    { numRuns: 400 },
  );
  expect([...acts].sort()).toEqual([...ACTS].sort());
  expect([...states].sort()).toEqual(['claimed', 'closed', 'held', 'snoozed', 'transferred', 'waiting']);
});
