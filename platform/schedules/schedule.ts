import { Cron } from 'croner';
import type { Db } from '../postgres/index.ts';

/**
 * What becomes of windows that passed while no worker lived: the newest one is made up for, every one is, or none.
 */
export type CatchUp = 'latest' | 'all' | 'skip';

/** What is declared of a schedule. */
export interface ScheduleOptions {
  /** Slice and what is done, such as `accounts.purge`. Stands in the database: a renamed schedule is a new one. */
  readonly name: string;
  /** Five fields: minute, hour, day of the month, month, day of the week. */
  readonly cron: string;
  /** An IANA time zone, such as `Europe/Berlin`; the grid follows its clock through summer and winter. */
  readonly zone: string;
  readonly catchUp: CatchUp;
  /** Enqueues the job of one window, in the transaction that notes the window. Returns the job's id. */
  request(db: Db<unknown>, window: Date): Promise<number>;
}

/** Something that is done by the clock. */
export interface Schedule extends Readonly<ScheduleOptions> {
  /**
   * The first window after a moment. A local time that a change of clocks leaves out is due when the clocks have
   * changed, one that comes twice the first time. Undefined when there is none any more.
   */
  next(after: Date): Date | undefined;
}

/** Declares a schedule. @throws Error for a name that is not `slice.verb-noun`, a cron expression or zone that is none. */
export function defineSchedule(options: ScheduleOptions): Schedule {
  if (!/^[a-z][a-z-]*\.[a-z][a-z-]*$/.test(options.name)) {
    throw new Error(
      `A schedule is named after its slice and what is done, such as accounts.purge: ${options.name}`,
    );
  }
  const grid = new Cron(options.cron, { timezone: options.zone, mode: '5-part', paused: true });
  const next = (after: Date) => grid.nextRun(after) ?? undefined;
  if (next(new Date()) === undefined) {
    throw new Error(`The schedule ${options.name} is never due: ${options.cron}`);
  }
  return Object.freeze({ ...options, next });
}
