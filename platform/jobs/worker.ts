import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, type Db, type Listener, listen, openDatabase } from '../postgres/index.ts';
import type { Logger, Metrics } from '../telemetry/index.ts';
import { Completer } from './completer.ts';
import { type HandlerSet, handlerSet } from './handler-set.ts';
import { type Housekeeping, keepHouse, type Retention } from './housekeeping.ts';
import { type JobMetrics, jobMetrics } from './metrics.ts';
import {
  CHANNEL,
  endFailedAttempt,
  type HeldRow,
  MARK_SPACE,
  registerWorker,
  releaseLost,
  renewLease,
  type TakenRow,
  takeJobs,
  unregisterWorker,
} from './queries.ts';
import { type AttemptDeps, RunningAttempt } from './running-attempt.ts';
import type { Handler } from './task.ts';

/** What a worker needs. */
export interface WorkerOptions {
  /** The database that holds the queue. */
  readonly url: string;
  /** The pool in which jobs and their effects run. */
  readonly db: Db<unknown>;
  /** Stands beside the jobs it runs, such as `kitsu-worker-0`. */
  readonly name: string;
  readonly handlers: readonly Handler[];
  /** Jobs it runs at once at most. */
  readonly slots: number;
  /** A worker that lives but was silent for so long has lost its jobs. One that died has lost them after about 2 s. */
  readonly leaseMs: number;
  readonly retention: Retention;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** How long `close` lets running jobs finish before it hands them back. Default 8000. */
  readonly drainMs?: number;
}

/** A running worker. */
export interface Worker {
  /** Whether the database counts on it. */
  isRegistered(): boolean;
  /** Takes no more jobs, lets those that run finish, hands back what did not, and leaves. Safe to call twice. */
  close(): Promise<void>;
}

const BEAT_MS = 500;
/** Silence after which a worker whose session has ended counts as dead: two beats and some room. */
const SILENT_MS = 1_200;
const DRAIN_MS = 8_000;
/** What a job gets to notice that it is to stop, before its result is of no use. */
const STOP_GRACE_MS = 1_000;

/**
 * Starts to work off the jobs of the given tasks. Besides the pool it takes two connections: one hears of jobs, one keeps
 * the lease. Any number of workers, in any number of processes, share one queue: each
 * job's effect is committed once, whichever of them die, freeze or come back.
 *
 * @throws Error when two handlers claim one task, or bound one queue differently.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const worker = new QueueWorker(options, handlerSet(options.handlers));
  await worker.begin();
  return worker;
}

class QueueWorker implements Worker {
  readonly #options: WorkerOptions;
  readonly #handlers: HandlerSet;
  readonly #control: Database<unknown>;
  readonly #metrics: JobMetrics;
  readonly #deps: AttemptDeps;
  readonly #mark = randomInt(1, 2 ** 31 - 1);
  readonly #running = new Set<RunningAttempt>();
  readonly #closing = new AbortController();
  #workerId: number | undefined;
  #listener: Listener | undefined;
  #housekeeping: Housekeeping | undefined;
  #beating: Promise<void> = Promise.resolve();
  #taking: Promise<void> | undefined;
  #takeAgain = false;
  #beatNow = new AbortController();
  #closed: Promise<void> | undefined;

  constructor(options: WorkerOptions, handlers: HandlerSet) {
    this.#options = options;
    this.#handlers = handlers;
    this.#control = openDatabase<unknown>({
      url: options.url,
      applicationName: `${options.name}-lease`,
      poolMax: 1,
      statementTimeoutMs: options.leaseMs,
    });
    const queueNames = handlers.queues.map((queue) => queue.name);
    this.#metrics = jobMetrics(options.metrics, queueNames, () => this.#running.size);
    this.#deps = {
      control: this.#control.db,
      completer: new Completer(options.db),
      metrics: this.#metrics,
      logger: options.logger,
    };
  }

  isRegistered(): boolean {
    return this.#workerId !== undefined;
  }

  async begin(): Promise<void> {
    this.#listener = await listen({
      url: this.#options.url,
      channel: CHANNEL,
      applicationName: `${this.#options.name}-listen`,
      heartbeatMs: BEAT_MS,
      answerWithinMs: this.#options.leaseMs,
      mark: [MARK_SPACE, this.#mark],
      onNotification: (queue) => this.#hear(queue),
      onLost: () => this.#options.logger.warn('the connection that hears of jobs was lost'),
      onReady: () => this.#wake(),
    });
    await this.#register();
    this.#beating = this.#keepBeating();
    this.#housekeeping = keepHouse({
      db: this.#options.db,
      retention: this.#options.retention,
      metrics: this.#metrics,
      logger: this.#options.logger,
    });
    this.#wake();
  }

  close(): Promise<void> {
    this.#closed ??= this.#drain();
    return this.#closed;
  }

  #hear(queue: string): void {
    if (queue === '') this.#beatNow.abort();
    else if (this.#handlers.queues.some(({ name }) => name === queue)) this.#wake();
  }

  async #register(): Promise<void> {
    const { name, leaseMs } = this.#options;
    this.#workerId = await registerWorker(this.#control.db, { name, mark: this.#mark, leaseMs });
  }

  async #keepBeating(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      this.#beatNow = new AbortController();
      try {
        await this.#beat();
      } catch (error) {
        this.#options.logger.warn({ err: error }, 'the lease could not be renewed');
      }
      const early = AbortSignal.any([this.#closing.signal, this.#beatNow.signal]);
      await sleep(BEAT_MS, undefined, { signal: early }).catch(() => {});
    }
  }

  /** Renews the lease, stops cancelled jobs, looks for workers that are gone and for jobs whose time has come. */
  async #beat(): Promise<void> {
    if (this.#workerId === undefined) await this.#register();
    const workerId = this.#workerId;
    if (workerId === undefined) return;
    const held = await renewLease(this.#control.db, workerId);
    if (held === undefined) await this.#startAnew();
    else await Promise.all(held.map((row) => this.#attend(workerId, row)));
    const released = await releaseLost(this.#control.db, SILENT_MS);
    if (released > 0) {
      this.#metrics.released(released);
      this.#options.logger.warn({ released }, 'jobs were taken from workers that are gone');
    }
    this.#wake();
  }

  /** Others gave this worker up while it was frozen or cut off: what it runs is theirs now. */
  async #startAnew(): Promise<void> {
    const running = [...this.#running];
    this.#options.logger.warn({ running: running.length }, 'this worker was given up and starts anew');
    this.#workerId = undefined;
    for (const attempt of running)
      attempt.stop('lost', 'The worker was silent for its lease and was given up.');
    await this.#register();
  }

  async #attend(workerId: number, row: HeldRow): Promise<void> {
    const isOurs = ({ held }: RunningAttempt) => held.jobId === row.id && held.attempt === row.attempt;
    const attempt = [...this.#running].find(isOurs);
    if (attempt !== undefined) {
      if (row.is_cancelling) attempt.stop('cancelled', 'The job was cancelled.');
      return;
    }
    // Taken by a statement whose answer never came. One that has ended since the lease was renewed is left as it is.
    const stray = { jobId: row.id, workerId, attempt: row.attempt };
    await endFailedAttempt(this.#control.db, stray, { cause: 'handed_back', error: '', isHopeless: false });
  }

  #wake(): void {
    if (this.#closing.signal.aborted) return;
    if (this.#taking !== undefined) {
      this.#takeAgain = true;
      return;
    }
    this.#taking = this.#take()
      .catch((error: unknown) => this.#options.logger.warn({ err: error }, 'jobs could not be taken'))
      .finally(() => {
        this.#taking = undefined;
        if (this.#takeAgain) this.#wake();
      });
  }

  async #take(): Promise<void> {
    do {
      this.#takeAgain = false;
      const workerId = this.#workerId;
      const freeSlots = this.#options.slots - this.#running.size;
      if (freeSlots <= 0 || workerId === undefined || this.#closing.signal.aborted) return;
      const queues = this.#handlers.nextQueues();
      const { tasks } = this.#handlers;
      const rows = await takeJobs(this.#control.db, { workerId, queues, tasks, freeSlots });
      for (const row of rows) this.#start(row, workerId);
      if (rows.length === freeSlots) this.#takeAgain = true;
    } while (this.#takeAgain);
  }

  #start(row: TakenRow, workerId: number): void {
    this.#metrics.started(row);
    const attempt = new RunningAttempt(row, workerId, this.#handlers.of(row.task), this.#deps);
    this.#running.add(attempt);
    void attempt.settled.then(() => {
      this.#running.delete(attempt);
      this.#wake();
    });
  }

  async #drain(): Promise<void> {
    this.#closing.abort();
    await this.#taking;
    await this.#finishRunning(this.#options.drainMs ?? DRAIN_MS);
    for (const attempt of this.#running)
      attempt.stop('draining', 'The process ends; the job is handed back.');
    await this.#finishRunning(STOP_GRACE_MS);
    await Promise.all([...this.#running].map((attempt) => attempt.handBack()));
    await this.#beating;
    await this.#housekeeping?.close();
    await this.#listener?.close();
    // Whatever is still held is found without its worker, and given to others at once.
    if (this.#workerId !== undefined)
      await unregisterWorker(this.#control.db, this.#workerId).catch(() => {});
    await this.#control.close();
  }

  async #finishRunning(withinMs: number): Promise<void> {
    const over = new AbortController();
    const all = Promise.all([...this.#running].map((attempt) => attempt.settled));
    await Promise.race([all, sleep(withinMs, undefined, { signal: over.signal }).catch(() => {})]);
    over.abort();
  }
}
