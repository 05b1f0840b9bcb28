import { conflict, notFound } from '../errors/index.ts';
import { type AnyDb, isUniqueViolation } from '../postgres/index.ts';
import { type Failure, type Job, putBack, requestCancel, selectFailures, selectJob } from './job-queries.ts';

/** A job with what went wrong on its way. */
export interface JobHistory extends Job {
  readonly failures: readonly Failure[];
}

/** @throws AppError `not_found` for a job that never was, or was finished so long ago that it was removed. */
export async function getJob(db: AnyDb, id: number): Promise<JobHistory> {
  const job = await selectJob(db, id);
  if (job === undefined) throw notFound(`There is no job ${id}. Finished jobs are removed after some time.`);
  return { ...job, failures: await selectFailures(db, id) };
}

/**
 * Cancels a job. One that waits is cancelled at once. One that runs is asked to stop: it ends as cancelled unless its
 * work is done before it notices.
 *
 * @throws AppError `not_found`, `conflict` when it is finished.
 */
export async function cancelJob(db: AnyDb, id: number): Promise<'cancelled' | 'asked'> {
  const became = await requestCancel(db, id);
  if (became !== undefined) return became;
  const { state } = await getJob(db, id);
  throw conflict(`Job ${id} has ended (${state}): there is nothing to cancel.`);
}

/**
 * Puts a dead or cancelled job back into its queue, under its id, with all its attempts ahead of it.
 *
 * @throws AppError `not_found`, `conflict` when it is neither dead nor cancelled, or when a job of its key is under way.
 */
export async function replayJob(db: AnyDb, id: number): Promise<void> {
  const isBack = await putBack(db, id).catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    throw conflict(
      `Another job of the same task and key as ${id} is under way. Replay it when that has ended.`,
    );
  });
  if (isBack) return;
  const { state } = await getJob(db, id);
  throw conflict(`Job ${id} is ${state}: only dead and cancelled jobs are replayed.`);
}
