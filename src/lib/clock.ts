/** Time given from outside, so that a test is the same every day. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved. */
export class ManualClock implements Clock {
  private current: number;
  constructor(start: Date) {
    this.current = start.getTime();
  }
  now(): Date {
    return new Date(this.current);
  }
  /** Moves the clock forward by a number of milliseconds. */
  advance(milliseconds: number): void {
    this.current += milliseconds;
  }
}

/** The real time, moved forward by hand: days pass between two lines of a talk in the terminal. */
export class ShiftedClock implements Clock {
  private shift = 0;
  now(): Date {
    return new Date(Date.now() + this.shift);
  }
  advance(milliseconds: number): void {
    this.shift += milliseconds;
  }
}
