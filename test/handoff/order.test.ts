import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchAtOpening, compareTickets, placeOf, queueOf } from '../../src/handoff/order.ts';
import { newTicket, type Ticket, type TicketState } from '../../src/handoff/ticket.ts';
import { URGENCIES } from '../../src/handoff/urgency.ts';
import { rome } from './hours.ts';

const at = (text: string) => rome(`2026-12-01 ${text}`);
const returned = (ticket: Ticket): Ticket => ({ ...ticket, state: { is: 'waiting', returned: true } });
const ids = (tickets: readonly Ticket[]) => tickets.map(({ id }) => id);

const waiting = [
  newTicket('new', 'capurso', 'ordinary', at('10:00')),
  newTicket('old', 'capurso', 'ordinary', at('09:00')),
  newTicket('soon', 'capurso', 'soon', at('10:30')),
  newTicket('now', 'capurso', 'now', at('10:40')),
  newTicket('elsewhere', 'triggiano', 'now', at('08:00')),
  returned(newTicket('returned', 'capurso', 'ordinary', at('09:30'))),
];

test('the most urgent, then who had a worker already, then the oldest', () => {
  expect(ids(queueOf(waiting, 'capurso'))).toEqual(['now', 'soon', 'returned', 'old', 'new']);
});

test('a place is counted in the queue of the office', () => {
  const places = waiting.map((ticket) => [ticket.id, placeOf(ticket, waiting)]);
  expect(Object.fromEntries(places)).toEqual({ new: 5, old: 4, soon: 2, now: 1, elsewhere: 1, returned: 3 });
});

test('what is in hand, set aside or closed has no place', () => {
  const states: TicketState[] = [
    { is: 'claimed', worker: 'anna' },
    { is: 'held', worker: 'anna', until: at('12:00') },
    { is: 'snoozed', worker: 'anna', until: at('12:00') },
    { is: 'closed', outcome: 'answered', at: at('11:00'), worker: 'anna' },
  ];
  const tickets = states.map((state) => ({ ...newTicket(state.is, 'capurso', 'now', at('09:00')), state }));
  expect(queueOf(tickets, 'capurso')).toEqual([]);
  expect(tickets.map((ticket) => placeOf(ticket, tickets))).toEqual([null, null, null, null]);
});

test('a night comes in the order of the queue', () => {
  const night = [
    newTicket('evening', 'capurso', 'ordinary', at('19:00')),
    newTicket('night', 'capurso', 'soon', rome('2026-12-02 02:00')),
    newTicket('dawn', 'capurso', 'ordinary', rome('2026-12-02 06:00')),
    newTicket('at nine', 'capurso', 'ordinary', rome('2026-12-02 09:00')),
    newTicket('later', 'capurso', 'now', rome('2026-12-02 09:01')),
  ];
  expect(ids(batchAtOpening(night.toReversed(), 'capurso', rome('2026-12-02 09:00')))).toEqual([
    'night',
    'evening',
    'dawn',
    'at nine',
  ]);
});

const ticket = fc
  .record({
    id: fc.string({ maxLength: 2 }),
    urgency: fc.constantFrom(...URGENCIES),
    second: fc.nat(3),
    back: fc.boolean(),
  })
  .map(({ id, urgency, second, back }) => {
    const made = newTicket(id, 'capurso', urgency, new Date(second * 1000));
    return back ? returned(made) : made;
  });

test('the order is total, and does not depend on how the tickets come', () => {
  fc.assert(
    fc.property(ticket, ticket, ticket, (a, b, c) => {
      expect(Math.sign(compareTickets(a, b)) + Math.sign(compareTickets(b, a))).toBe(0);
      expect(compareTickets(a, b) === 0).toBe(JSON.stringify(a) === JSON.stringify(b));
      if (compareTickets(a, b) <= 0 && compareTickets(b, c) <= 0)
        expect(compareTickets(a, c)).toBeLessThanOrEqual(0);
    }),
  );
  const tickets = fc.uniqueArray(ticket, { selector: ({ id }) => id, maxLength: 12 });
  fc.assert(
    fc.property(
      tickets.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        ),
      ),
      ([one, other]) => {
        expect(queueOf(one, 'capurso')).toEqual(queueOf(other, 'capurso'));
      },
    ),
  );
});
