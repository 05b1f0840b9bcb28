import { openEventHub } from '@seaworthy/platform/events';
import { getJob, type JobHistory } from '@seaworthy/platform/jobs';
import type { Db } from '@seaworthy/platform/postgres';
import { createLogger, createMetrics } from '@seaworthy/platform/telemetry';
import { STAFF_JOBS } from '../features/events/index.ts';
import { jobLine } from './job-report.ts';

/** Jobs that neither say how far they are nor take long are told of by nobody: they are looked at so often. */
const QUIET_MS = 1_000;

/**
 * Tells a line whenever something about a job changed, until it has ended or the signal is aborted. Returns the job as it
 * is then.
 *
 * @throws AppError `not_found`.
 */
export async function followJob(
  db: Db<unknown>,
  id: number,
  tell: (line: string) => void,
  signal: AbortSignal,
): Promise<JobHistory> {
  const over = new AbortController();
  const hub = openEventHub({
    db,
    logger: createLogger({ service: 'kitsu-cli', level: 'silent' }),
    metrics: createMetrics({ service: 'kitsu-cli', processMetrics: false }),
    quietMs: QUIET_MS,
  });
  const viewer = { audiences: [STAFF_JOBS], signal: AbortSignal.any([signal, over.signal]) };
  let told = '';
  try {
    for await (const { events } of await hub.follow(viewer)) {
      if (events.length > 0 && !events.some(({ subject }) => subject === String(id))) continue;
      const job = await getJob(db, id);
      const line = jobLine(job);
      if (line !== told) tell(line);
      told = line;
      if (job.finishedAt !== null) return job;
    }
    return await getJob(db, id);
  } finally {
    over.abort();
  }
}

/** Tells a line on the standard output. */
export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Ctrl-C ends the looking; the job goes on. */
export function interrupted(): AbortSignal {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  return stop.signal;
}
