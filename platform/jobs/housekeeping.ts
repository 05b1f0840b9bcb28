import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyDb } from '../postgres/index.ts';
import type { Logger } from '../telemetry/index.ts';
import type { JobMetrics } from './metrics.ts';
import { countDue, pruneJobs } from './queries.ts';

/** For how long finished jobs are kept. */
export interface Retention {
  /** Jobs that succeeded or were cancelled. */
  readonly keepDays: number;
  /** Dead letters: until somebody has looked at them. */
  readonly keepDeadDays: number;
}

/** What runs beside the jobs. */
export interface Housekeeping {
  close(): Promise<void>;
}

const EVERY_MS = 15_000;
const BATCH = 500;

/**
 * Removes finished jobs whose time is over and counts those that wait, in every worker: batches are small, leave each
 * other's rows alone and pause for as long as they took, so that jobs go on beside them.
 */
export function keepHouse(deps: {
  readonly db: AnyDb;
  readonly retention: Retention;
  readonly metrics: JobMetrics;
  readonly logger: Logger;
}): Housekeeping {
  const closing = new AbortController();
  const pause = (ms: number) => sleep(ms, undefined, { signal: closing.signal }).catch(() => {});
  const running = (async () => {
    while (!closing.signal.aborted) {
      try {
        deps.metrics.due(await countDue(deps.db));
        await pruneAll(deps.db, deps.retention, async (tookMs) => {
          await pause(tookMs);
          return closing.signal.aborted;
        });
      } catch (error) {
        deps.logger.warn({ err: error }, 'finished jobs could not be removed');
      }
      await pause(EVERY_MS * (0.75 + Math.random() / 2));
    }
  })();
  return {
    close: () => {
      closing.abort();
      return running;
    },
  };
}

/** `pauseAfter` is told how long a batch took; true ends the round. */
async function pruneAll(
  db: AnyDb,
  { keepDays, keepDeadDays }: Retention,
  pauseAfter: (tookMs: number) => Promise<boolean>,
): Promise<void> {
  for (const outcome of ['succeeded', 'cancelled', 'dead']) {
    const days = outcome === 'dead' ? keepDeadDays : keepDays;
    for (let count = BATCH; count === BATCH; ) {
      const startedMs = performance.now();
      count = await pruneJobs(db, { outcome, keepDays: days, countMax: BATCH });
      if (await pauseAfter(performance.now() - startedMs)) return;
    }
  }
}
