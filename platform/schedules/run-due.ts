import { type Db, inTransaction } from '../postgres/index.ts';
import { type Decision, decide } from './decide.ts';
import { insertWindow, lockSchedule, updateDecided } from './queries.ts';
import type { Schedule } from './schedule.ts';

/** What came of looking at a schedule. */
export interface Look {
  readonly decisions: readonly Decision[];
  /** Until the next window by the database's clock, at least 0; undefined when there is none any more. */
  readonly nextInMs: number | undefined;
}

/**
 * Decides about the windows of a schedule that have come, and enqueues the jobs of those to be run, all in one transaction:
 * of any number of processes that do this at once one decides, and a process that dies in it has decided nothing.
 * Undefined when somebody else decides, or the schedule is paused.
 */
export function runDue(db: Db<unknown>, schedule: Schedule): Promise<Look | undefined> {
  return inTransaction(db, async (tx) => {
    const held = await lockSchedule(tx, schedule);
    if (held === undefined) return undefined;
    const { decisions, until } = decide(schedule, held.decidedUntil, held.now);
    for (const decision of decisions) {
      const jobId = decision.outcome === 'run' ? await schedule.request(tx, decision.at) : null;
      await insertWindow(tx, schedule.name, { ...decision, jobId });
    }
    // Nothing came: nothing is written, however often processes look.
    if (decisions.length > 0) await updateDecided(tx, schedule.name, until);
    const next = schedule.next(until);
    return { decisions, nextInMs: next && Math.max(0, next.getTime() - held.now.getTime()) };
  });
}
