import { type AnyDb, prepare } from '../postgres/index.ts';

/** The channel on which workers hear of new jobs (payload: the queue) and of cancelled ones (empty). */
export const CHANNEL = 'seaworthy_jobs';

/** First key of the session lock by which a worker's process is seen to live; the migration names it too. */
export const MARK_SPACE = 1_784_639_857;

/** A job that a worker took. */
export interface TakenRow {
  readonly id: number;
  readonly task: string;
  readonly queue: string;
  readonly attempt: number;
  readonly payload: unknown;
  readonly created_at: Date;
  readonly run_at: Date;
  readonly started_at: Date;
}

const enqueueJob = prepare<{ id: number }>(
  'jobs_enqueue',
  'select jobs.enqueue($1, $2, $3, $4::jsonb, $5, $6, $7, $8, $9, $10) as id',
);

/** Adds a job or joins the one of the same key; returns the id of either. */
export async function insertJob(
  db: AnyDb,
  job: {
    readonly task: string;
    readonly queue: string;
    readonly priority: number;
    readonly payload: unknown;
    readonly key: string | null;
    readonly replaces: boolean;
    readonly runAt: Date | null;
    readonly delayMs: number;
    readonly attemptsMax: number;
    readonly backoffMs: number;
  },
): Promise<number> {
  const [row] = await enqueueJob(db, [
    job.task,
    job.queue,
    job.priority,
    JSON.stringify(job.payload),
    job.key,
    job.replaces,
    job.runAt,
    job.delayMs,
    job.attemptsMax,
    job.backoffMs,
  ]);
  if (row === undefined) throw new Error('Enqueueing returned no id.');
  return row.id;
}

const register = prepare<{ id: number }>(
  'jobs_register_worker',
  'insert into jobs.workers (name, mark, lease) values ($1, $2, make_interval(secs => $3::double precision / 1000)) returning id',
);

/** Makes a worker known; returns the id under which it holds jobs. */
export async function registerWorker(
  db: AnyDb,
  worker: { readonly name: string; readonly mark: number; readonly leaseMs: number },
): Promise<number> {
  const [row] = await register(db, [worker.name, worker.mark, worker.leaseMs]);
  if (row === undefined) throw new Error('Registering returned no id.');
  return row.id;
}

const deleteWorker = prepare<never>('jobs_unregister_worker', 'delete from jobs.workers where id = $1');

/** Takes a worker off; jobs that it still holds are taken from it. */
export async function unregisterWorker(db: AnyDb, id: number): Promise<void> {
  await deleteWorker(db, [id]);
}

/** A job that the database says a worker holds. */
export interface HeldRow {
  readonly id: number;
  readonly attempt: number;
  readonly is_cancelling: boolean;
}

const beat = prepare<{ held: readonly HeldRow[] }>(
  'jobs_beat',
  `update jobs.workers w set seen_at = clock_timestamp() where w.id = $1
   returning (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'attempt', u.attempt,
     'is_cancelling', u.cancel_requested_at is not null)), '[]') from jobs.unfinished u where u.worker_id = w.id) as held`,
);

/** Renews a worker's lease; returns the jobs it holds, or undefined when it was given up. */
export async function renewLease(db: AnyDb, id: number): Promise<readonly HeldRow[] | undefined> {
  return (await beat(db, [id]))[0]?.held;
}

const release = prepare<{ count: number }>(
  'jobs_release_lost',
  'select jobs.release_lost(make_interval(secs => $1::double precision / 1000)) as count',
);

/** Gives up workers that are gone; returns how many jobs were taken from them. */
export async function releaseLost(db: AnyDb, silentForMs: number): Promise<number> {
  return (await release(db, [silentForMs]))[0]?.count ?? 0;
}

const take = prepare<TakenRow>(
  'jobs_take',
  'select id, task, queue, attempt, payload, created_at, run_at, started_at from jobs.take($1, $2, $3, $4, $5)',
);

/** Takes due jobs for a worker. */
export function takeJobs(
  db: AnyDb,
  wanted: {
    readonly workerId: number;
    readonly queues: readonly { readonly name: string; readonly runningMax?: number }[];
    readonly tasks: readonly string[];
    readonly freeSlots: number;
  },
): Promise<TakenRow[]> {
  return take(db, [
    wanted.workerId,
    wanted.queues.map((queue) => queue.name),
    wanted.queues.map((queue) => queue.runningMax ?? null),
    wanted.tasks,
    wanted.freeSlots,
  ]);
}

/** One attempt that a worker made. */
export interface Held {
  readonly jobId: number;
  readonly workerId: number;
  readonly attempt: number;
}

const complete = prepare<{ id: number }>(
  'jobs_complete',
  'select jobs.complete($1, $2, $3, $4::jsonb[]) as id',
);

/** Ends attempts of one worker that succeeded; returns the jobs of those that were still its own. */
export async function completeJobs(
  db: AnyDb,
  workerId: number,
  ended: readonly { readonly jobId: number; readonly attempt: number; readonly progress: unknown }[],
): Promise<ReadonlySet<number>> {
  const rows = await complete(db, [
    workerId,
    ended.map((one) => one.jobId),
    ended.map((one) => one.attempt),
    ended.map((one) => (one.progress === undefined ? null : JSON.stringify(one.progress))),
  ]);
  return new Set(rows.map((row) => row.id));
}

const endAttempt = prepare<{ becomes: string | null }>(
  'jobs_end_attempt',
  'select jobs.end_attempt($1, $2, $3, $4, $5, $6) as becomes',
);

/** What becomes of a job whose attempt did not succeed. */
export type Becomes = 'waiting' | 'dead' | 'cancelled';

/** Ends an attempt that did not succeed; undefined when the worker held the job no longer. */
export async function endFailedAttempt(
  db: AnyDb,
  held: Held,
  end: {
    readonly cause: 'failed' | 'timed_out' | 'handed_back';
    readonly error: string;
    readonly isHopeless: boolean;
  },
): Promise<Becomes | undefined> {
  const values = [held.jobId, held.workerId, held.attempt, end.cause, end.error, end.isHopeless];
  const becomes = (await endAttempt(db, values))[0]?.becomes;
  return becomes === null ? undefined : (becomes as Becomes | undefined);
}

const refuse = prepare<{ is_done: boolean }>(
  'jobs_refuse',
  `with late as (
     update jobs.failures set refused_at = clock_timestamp() where job_id = $1 and attempt = $2 and refused_at is null
   )
   select exists (
     select from jobs.finished where id = $1 and attempt = $2 and outcome = 'succeeded'
   ) as is_done`,
);

/**
 * Notes that an attempt came back after it had been given up. True when that attempt itself had succeeded: its commit
 * was heard of late.
 */
export async function refuseLate(db: AnyDb, held: Held): Promise<boolean> {
  return (await refuse(db, [held.jobId, held.attempt]))[0]?.is_done ?? false;
}

const updateProgress = prepare<{ id: number }>(
  'jobs_progress',
  'update jobs.unfinished set progress = $4::jsonb where id = $1 and worker_id = $2 and attempt = $3 returning id',
);

/** Writes how far an attempt is; false when it holds the job no longer. */
export async function writeProgress(db: AnyDb, held: Held, progress: unknown): Promise<boolean> {
  const values = [held.jobId, held.workerId, held.attempt, JSON.stringify(progress)];
  return (await updateProgress(db, values)).length > 0;
}

const prune = prepare<{ count: number }>(
  'jobs_prune',
  `with old as (
     select id from jobs.finished where outcome = $1 and finished_at < clock_timestamp() - make_interval(days => $2)
     order by finished_at limit $3 for update skip locked
   ), gone as (
     delete from jobs.finished f using old where f.id = old.id returning f.id
   ), causes as (
     delete from jobs.failures c using gone where c.job_id = gone.id
   )
   select count(*) as count from gone`,
);

/** Removes finished jobs of one outcome that ended so many days ago, the oldest first; returns how many. */
export async function pruneJobs(
  db: AnyDb,
  input: { readonly outcome: string; readonly keepDays: number; readonly countMax: number },
): Promise<number> {
  return (await prune(db, [input.outcome, input.keepDays, input.countMax]))[0]?.count ?? 0;
}

const countWaiting = prepare<{ queue: string; count: number }>(
  'jobs_count_due',
  `select queue, count(*) as count from jobs.unfinished
   where worker_id is null and run_at <= clock_timestamp() group by queue`,
);

/** How many jobs of each queue are due and wait for a worker. */
export function countDue(db: AnyDb): Promise<{ queue: string; count: number }[]> {
  return countWaiting(db, []);
}
