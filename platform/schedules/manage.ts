import { defineAction, type Trail } from '../audit-trail/index.ts';
import { conflict, notFound } from '../errors/index.ts';
import { type Db, inTransaction } from '../postgres/index.ts';
import { selectSchedules, updatePaused } from './queries.ts';
import type { Schedule } from './schedule.ts';

/** What the audit trail tells of schedules. */
export const SCHEDULE_ACTIONS = {
  pause: defineAction({ name: 'schedule.pause', target: 'schedule' }),
  resume: defineAction({ name: 'schedule.resume', target: 'schedule' }),
  run: defineAction({ name: 'schedule.run', target: 'schedule' }),
};

interface Deps {
  readonly db: Db<unknown>;
  readonly schedules: readonly Schedule[];
  readonly trail: Trail;
}

/**
 * Pauses a schedule: its windows pass and are not made up for later. Jobs that it has asked for go on.
 *
 * @throws AppError `not_found`, `conflict` when it is paused.
 */
export function pauseSchedule(deps: Deps, name: string): Promise<void> {
  return setPaused(deps, name, true);
}

/**
 * Lets a paused schedule go on, with the first window after now.
 *
 * @throws AppError `not_found`, `conflict` when it is not paused.
 */
export function resumeSchedule(deps: Deps, name: string): Promise<void> {
  return setPaused(deps, name, false);
}

/** Does now what the schedule does at its windows, also while it is paused. Returns the job's id. @throws AppError `not_found` */
export async function runScheduleNow({ db, schedules, trail }: Deps, name: string): Promise<number> {
  const schedule = declared(schedules, name);
  return inTransaction(db, async (tx) => {
    const jobId = await schedule.request(tx, new Date());
    await trail.record(tx, { action: SCHEDULE_ACTIONS.run, target: name, after: { jobId } });
    return jobId;
  });
}

async function setPaused({ db, schedules, trail }: Deps, name: string, isPaused: boolean): Promise<void> {
  declared(schedules, name);
  await inTransaction(db, async (tx) => {
    if (!(await updatePaused(tx, name, isPaused))) {
      const isKnown = (await selectSchedules(tx)).some((state) => state.name === name);
      if (!isKnown) throw conflict(`No worker has made ${name} known yet: start one.`);
      throw conflict(isPaused ? `${name} is paused already.` : `${name} is not paused.`);
    }
    const action = isPaused ? SCHEDULE_ACTIONS.pause : SCHEDULE_ACTIONS.resume;
    await trail.record(tx, { action, target: name, before: { isPaused: !isPaused }, after: { isPaused } });
  });
}

function declared(schedules: readonly Schedule[], name: string): Schedule {
  const schedule = schedules.find((one) => one.name === name);
  if (schedule !== undefined) return schedule;
  throw notFound(`There is no schedule ${name}. There are: ${schedules.map((one) => one.name).join(', ')}.`);
}
