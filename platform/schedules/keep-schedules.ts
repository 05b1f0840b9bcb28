import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../postgres/index.ts';
import type { Logger, Metrics } from '../telemetry/index.ts';
import { upsertSchedules } from './queries.ts';
import { runDue } from './run-due.ts';
import type { Schedule } from './schedule.ts';

/** How soon a process looks again at a schedule that another one decides about: that one may die. */
const TAKEN_PAUSE_MS = 2_000;
/** A process looks at least so often, for a schedule may be paused and go on, and clocks drift. */
const PAUSE_MAX_MS = 30_000;

/**
 * Keeps schedules for as long as a worker lives. Any number of workers do: each window is decided by one of them, within a
 * second of its moment, or by the next one that lives.
 */
export function keepSchedules(
  deps: { readonly db: Db<unknown>; readonly logger: Logger; readonly metrics: Metrics },
  schedules: readonly Schedule[],
): { close(): Promise<void> } {
  const { db, logger, metrics } = deps;
  const counter = metrics.counter({
    name: 'schedules_windows_total',
    help: 'Windows that this process decided about, by schedule and by what became of them.',
    labels: ['schedule', 'outcome'],
  });
  const closing = new AbortController();
  const { signal } = closing;

  const look = async (schedule: Schedule): Promise<number> => {
    const seen = await runDue(db, schedule);
    if (seen === undefined) return TAKEN_PAUSE_MS;
    for (const { at, outcome, missedBefore } of seen.decisions) {
      counter.inc({ schedule: schedule.name, outcome });
      const missed = missedBefore + (outcome === 'missed' ? 1 : 0);
      if (missed === 0) continue;
      counter.inc({ schedule: schedule.name, outcome: 'missed' }, missedBefore);
      logger.warn({ schedule: schedule.name, missed, until: at }, 'windows passed while nobody was there');
    }
    return Math.min(seen.nextInMs ?? PAUSE_MAX_MS, PAUSE_MAX_MS);
  };
  const keep = async (schedule: Schedule): Promise<void> => {
    let isKnown = false;
    while (!signal.aborted) {
      let pauseMs = TAKEN_PAUSE_MS;
      try {
        if (!isKnown) await upsertSchedules(db, [schedule]);
        isKnown = true;
        pauseMs = await look(schedule);
      } catch (error) {
        logger.warn({ err: error, schedule: schedule.name }, 'a schedule could not be looked at');
      }
      // A timer may end early by a part of a millisecond; a window is looked for just after its moment.
      await sleep(pauseMs + 1, undefined, { signal }).catch(() => {});
    }
  };
  const running = schedules.map(keep);
  return {
    close: async () => {
      closing.abort();
      await Promise.all(running);
    },
  };
}
