import type { AnyDb } from '../postgres/index.ts';
import { insertJob } from './queries.ts';
import type { Task } from './task.ts';

/** How urgent a job is. Every due job of a higher priority is taken before any of a lower one. */
export type Priority = 'high' | 'normal' | 'low';

/** How one job differs from others of its task. */
export interface EnqueueOptions {
  /** At most one job of a task and key waits to begin and at most one is under way; see `duplicates` of the task. */
  readonly key?: string;
  /** Not before this moment. Default: at once. */
  readonly runAt?: Date;
  /** Not before so long after `runAt`, or after now by the database's clock. Default 0. */
  readonly delayMs?: number;
  /** Default `normal`. */
  readonly priority?: Priority;
}

const PRIORITIES: Readonly<Record<Priority, number>> = { high: 0, normal: 1, low: 2 };

/**
 * Asks for a job in the caller's transaction: it exists when that commits, a worker hears of it then, and nothing is left
 * of it otherwise. Returns the job's id; with a key that may be the id of the job that waits already, which does not
 * begin before the caller has committed.
 *
 * @throws ZodError for a payload that is none of the task, a mistake of the caller.
 */
export function enqueue<Payload>(
  db: AnyDb,
  task: Task<Payload>,
  payload: Payload,
  options: EnqueueOptions = {},
): Promise<number> {
  return insertJob(db, {
    task: task.name,
    queue: task.queue.name,
    priority: PRIORITIES[options.priority ?? 'normal'],
    payload: task.payload.parse(payload),
    key: options.key ?? null,
    replaces: task.duplicates === 'replace',
    runAt: options.runAt ?? null,
    delayMs: options.delayMs ?? 0,
    attemptsMax: task.attemptsMax,
    backoffMs: task.backoffMs,
  });
}
