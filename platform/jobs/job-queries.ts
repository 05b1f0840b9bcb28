import { type AnyDb, prepare } from '../postgres/index.ts';
import type { Progress } from './progress.ts';

/** The states of a job. The last three are final; a dead or cancelled job can be replayed. */
export const JOB_STATES = ['waiting', 'running', 'succeeded', 'dead', 'cancelled'] as const;

/** One of {@link JOB_STATES}. */
export type JobState = (typeof JOB_STATES)[number];

/** A job as anybody may read it, in any process. Times are those of the database. */
export interface Job {
  readonly id: number;
  readonly task: string;
  readonly queue: string;
  readonly state: JobState;
  /** 0 is the most urgent of three. */
  readonly priority: number;
  readonly key: string | null;
  readonly payload: unknown;
  /** How often it was taken. */
  readonly attempt: number;
  readonly attemptsMax: number;
  /** The process that runs or ran it last. */
  readonly worker: string | null;
  /** What the task told last. */
  readonly progress: Progress | null;
  readonly isCancelling: boolean;
  readonly createdAt: Date;
  /** When it may begin; null once it is finished. */
  readonly runAt: Date | null;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

/** Why an attempt came to nothing. */
export interface Failure {
  readonly attempt: number;
  /** `failed`: the task threw. `timed_out`: it took too long. `lost`: its worker died or froze. */
  readonly cause: 'failed' | 'timed_out' | 'lost';
  readonly error: string;
  readonly worker: string | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date;
  /** When the attempt came back after it had been given up, and was refused. */
  readonly refusedAt: Date | null;
}

const UNFINISHED = `select id, task, queue, case when worker_id is null then 'waiting' else 'running' end as state, priority,
  key, payload, attempt, attempts_max as "attemptsMax", worker, progress, cancel_requested_at is not null as "isCancelling",
  created_at as "createdAt", run_at as "runAt", started_at as "startedAt", null::timestamptz as "finishedAt"
  from jobs.unfinished`;
const FINISHED = `select id, task, queue, outcome as state, priority, key, payload, attempt, attempts_max as "attemptsMax", worker,
  progress, false as "isCancelling", created_at as "createdAt", null::timestamptz as "runAt", started_at as "startedAt",
  finished_at as "finishedAt" from jobs.finished`;

const selectOne = prepare<Job>(
  'jobs_find',
  `${UNFINISHED} where id = $1 union all ${FINISHED} where id = $1`,
);

/** A job, finished or not; undefined when there is none of that id, or none any more. */
export async function selectJob(db: AnyDb, id: number): Promise<Job | undefined> {
  return (await selectOne(db, [id]))[0];
}

const selectCauses = prepare<Failure>(
  'jobs_failures',
  `select attempt, cause, error, worker, started_at as "startedAt", ended_at as "endedAt", refused_at as "refusedAt"
   from jobs.failures where job_id = $1 order by attempt`,
);

/** The attempts of a job that came to nothing, oldest first. */
export function selectFailures(db: AnyDb, id: number): Promise<Failure[]> {
  return selectCauses(db, [id]);
}

const NEWEST = '($1::text is null or task = $1) order by id desc limit $2';
const selectUnfinished = prepare<Job>('jobs_list_unfinished', `${UNFINISHED} where ${NEWEST}`);
const selectWaiting = prepare<Job>(
  'jobs_list_waiting',
  `${UNFINISHED} where worker_id is null and ${NEWEST}`,
);
const selectRunning = prepare<Job>(
  'jobs_list_running',
  `${UNFINISHED} where worker_id is not null and ${NEWEST}`,
);
const selectFinished = prepare<Job>('jobs_list_finished', `${FINISHED} where outcome = $3 and ${NEWEST}`);

/** The newest jobs in one state, or the unfinished ones. */
export function selectJobs(
  db: AnyDb,
  filter: { readonly state?: JobState; readonly task?: string; readonly countMax: number },
): Promise<Job[]> {
  const { state, task = null, countMax } = filter;
  if (state === undefined) return selectUnfinished(db, [task, countMax]);
  if (state === 'waiting') return selectWaiting(db, [task, countMax]);
  if (state === 'running') return selectRunning(db, [task, countMax]);
  return selectFinished(db, [task, countMax, state]);
}

const cancel = prepare<{ became: 'cancelled' | 'asked' | null }>(
  'jobs_cancel',
  'select jobs.cancel($1) as became',
);

/** Cancels an unfinished job: `asked` when it runs and was told to stop; undefined when it is not unfinished. */
export async function requestCancel(db: AnyDb, id: number): Promise<'cancelled' | 'asked' | undefined> {
  return (await cancel(db, [id]))[0]?.became ?? undefined;
}

const replay = prepare<{ id: number | null }>('jobs_replay', 'select jobs.replay($1) as id');

/** Puts a dead or cancelled job back; false when it is neither. Throws a unique violation as `jobs.replay` does. */
export async function putBack(db: AnyDb, id: number): Promise<boolean> {
  return (await replay(db, [id]))[0]?.id != null;
}
