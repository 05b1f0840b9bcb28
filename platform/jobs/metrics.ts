import type { Metrics } from '../telemetry/index.ts';
import type { TakenRow } from './queries.ts';

/** How an attempt ended, for the metrics. `refused`: it came back after it had been given up. */
export type Ending = 'succeeded' | 'retrying' | 'dead' | 'cancelled' | 'handed_back' | 'refused';

/** What a worker counts. */
export interface JobMetrics {
  started(row: TakenRow): void;
  ended(task: string, ending: Ending, tookMs: number): void;
  /** Jobs taken from workers that are gone, by this worker. */
  released(count: number): void;
  /** How many jobs of each queue are due and wait. */
  due(counts: readonly { readonly queue: string; readonly count: number }[]): void;
}

const DELAY_BUCKETS_S = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 30, 300];
const DURATION_BUCKETS_S = [0.005, 0.02, 0.1, 0.5, 1, 5, 15, 60, 300];

/** Registers the series of a worker. `running` is read at each scrape. */
export function jobMetrics(metrics: Metrics, queues: readonly string[], running: () => number): JobMetrics {
  const ends = metrics.counter({
    name: 'jobs_attempts_total',
    help: 'Attempts that ended, by task and by what became of them.',
    labels: ['task', 'ending'],
  });
  const durations = metrics.histogram({
    name: 'jobs_attempt_seconds',
    help: 'How long attempts took.',
    labels: ['task'],
    buckets: DURATION_BUCKETS_S,
  });
  const delays = metrics.histogram({
    name: 'jobs_start_delay_seconds',
    help: 'From the moment a job was due until a worker took it.',
    labels: ['queue'],
    buckets: DELAY_BUCKETS_S,
  });
  const released = metrics.counter({
    name: 'jobs_released_total',
    help: 'Jobs that this process took from workers that were gone.',
  });
  const due = metrics.gauge({
    name: 'jobs_due',
    help: 'Jobs that are due and wait for a worker; the same number from every worker.',
    labels: ['queue'],
  });
  metrics.gauge({
    name: 'jobs_running',
    help: 'Jobs that this process runs.',
    read: (gauge) => gauge.set(running()),
  });
  return {
    started: (row) =>
      delays.observe({ queue: row.queue }, (row.started_at.getTime() - row.run_at.getTime()) / 1_000),
    ended: (task, ending, tookMs) => {
      ends.inc({ task, ending });
      durations.observe({ task }, tookMs / 1_000);
    },
    released: (count) => released.inc(count),
    due: (counts) => {
      const found = new Map(counts.map(({ queue, count }) => [queue, count]));
      for (const queue of queues) due.set({ queue }, found.get(queue) ?? 0);
    },
  };
}
