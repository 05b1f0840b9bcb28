/**
 * Domain time: what "today", "airing now" and "published since" are measured by. It is handed over in `deps`, so
 * that tests can move it. Leases, limits and job times do not use it: they are database time.
 */
export interface Clock {
  now(): Date;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() };
