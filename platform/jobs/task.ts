import type { z } from 'zod';
import type { Db } from '../postgres/index.ts';
import type { Progress } from './progress.ts';

/** Where jobs wait. A bound on how many of its jobs run at once holds over all workers together. */
export interface Queue {
  /** Lower case, such as `mail`. */
  readonly name: string;
  readonly runningMax?: number;
}

/** What is declared of a task; whoever enqueues needs no more. */
export interface TaskOptions<Payload> {
  /** Slice and verb, such as `franchises.refresh`. Stands in the database: a renamed task leaves its waiting jobs behind. */
  readonly name: string;
  /** What a job carries, as JSON: ids rather than copies, and no secrets, since it is stored and shown to staff. */
  readonly payload: z.ZodType<Payload>;
  readonly queue: Queue;
  /** Attempts before the job is a dead letter. A worker that dies has used one up. Default 5. */
  readonly attemptsMax?: number;
  /** Pause after the first failed attempt, doubled after each further one up to an hour. Default 1000. */
  readonly backoffMs?: number;
  /** An attempt that takes longer has failed. Default 60000. */
  readonly timeoutMs?: number;
  /**
   * What a second job of the same key does while one has not begun: it joins that one, which keeps its payload and takes
   * the sooner time and the more urgent priority of both (`keep`, the default), or it gives that one its own payload, time
   * and priority (`replace`). While one runs, the next waits for its end.
   */
  readonly duplicates?: 'keep' | 'replace';
}

/** A kind of work, as it is known to those who ask for it and to those who do it. */
export type Task<Payload> = Readonly<Required<TaskOptions<Payload>>>;

/**
 * What a job changes, in the transaction that also ends the job: both are committed, or neither is. When another session
 * won it runs again, so it does nothing outside of the database.
 */
export type Effect = (tx: Db<unknown>) => Promise<void>;

/** A job at work, as its task sees it. */
export interface Attempt {
  readonly jobId: number;
  /** Rises each time the job is taken. */
  readonly number: number;
  /**
   * Aborted when the work is no longer wanted: the job was cancelled, took too long, was given to somebody else, or the
   * process ends. Whoever goes on regardless does so in vain, since the result is refused.
   */
  readonly signal: AbortSignal;
  /** Tells how far the work is; written at most twice a second, and once more with the end. */
  report(progress: Progress): void;
}

/**
 * Does the work. Slow things and calls to others happen here, as often as there are attempts. What the job changes in
 * the database goes into the effect that is returned: of all attempts that ever run, one effect is committed.
 */
export type Run<Payload> = (attempt: Attempt, payload: Payload) => Promise<Effect | undefined>;

/** A task with somebody who does it. */
export interface Handler {
  readonly task: Omit<Task<unknown>, 'payload'>;
  /** @throws PermanentFailure for a payload that the task does not know. */
  run(attempt: Attempt, payload: unknown): Promise<Effect | undefined>;
}

/** Thrown by a task for which trying again is of no use: the job becomes a dead letter at once. */
export class PermanentFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PermanentFailure';
  }
}

/** Declares a task. @throws Error for a name that is not `slice.verb-noun`. */
export function defineTask<Payload>(options: TaskOptions<Payload>): Task<Payload> {
  if (!/^[a-z][a-z-]*\.[a-z][a-z-]*$/.test(options.name)) {
    throw new Error(
      `A task is named after its slice and what it does, such as titles.refresh: ${options.name}`,
    );
  }
  return Object.freeze({
    attemptsMax: 5,
    backoffMs: 1_000,
    timeoutMs: 60_000,
    duplicates: 'keep' as const,
    ...options,
  });
}

/** Binds a task to the code that does it; a worker is started with all of these. */
export function handle<Payload>(task: Task<Payload>, run: Run<Payload>): Handler {
  return {
    task,
    run: async (attempt, payload) => {
      const read = task.payload.safeParse(payload);
      if (!read.success) {
        throw new PermanentFailure(`The payload is not one of ${task.name}.`, { cause: read.error });
      }
      return run(attempt, read.data);
    },
  };
}
