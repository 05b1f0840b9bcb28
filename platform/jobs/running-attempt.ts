import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyDb } from '../postgres/index.ts';
import { describeError, type Logger } from '../telemetry/index.ts';
import type { Completer } from './completer.ts';
import type { Ending, JobMetrics } from './metrics.ts';
import { type Progress, ProgressWriter } from './progress.ts';
import { endFailedAttempt, type Held, refuseLate, type TakenRow, writeProgress } from './queries.ts';
import { type Handler, PermanentFailure } from './task.ts';

/** Why the work of an attempt is no longer wanted. */
export type StopReason = 'cancelled' | 'timed_out' | 'lost' | 'draining';

/** The reason of an attempt's abort signal. */
class Stopped extends Error {
  readonly reason: StopReason;

  constructor(reason: StopReason, message: string) {
    super(message);
    this.name = 'Stopped';
    this.reason = reason;
  }
}

/** What an attempt needs of its worker. */
export interface AttemptDeps {
  /** Apart from the pool of the jobs, so that an end can be told however busy they keep that. */
  readonly control: AnyDb;
  readonly completer: Completer;
  readonly metrics: JobMetrics;
  readonly logger: Logger;
}

const ERROR_MAX = 2_000;
const TELL_AGAIN_MS = 500;

/** One attempt of a job in this process, from the moment it was taken until its end is written. */
export class RunningAttempt {
  readonly held: Held;
  /** Resolves when the work has ended and the database knows; never rejects. */
  readonly settled: Promise<void>;
  readonly #row: TakenRow;
  readonly #handler: Handler;
  readonly #deps: AttemptDeps;
  readonly #stop = new AbortController();
  readonly #progress: ProgressWriter;
  readonly #startedMs = performance.now();
  /** The job was given up while its work went on: whatever that comes to is refused. */
  #isGivenUp = false;

  constructor(row: TakenRow, workerId: number, handler: Handler, deps: AttemptDeps) {
    this.held = { jobId: row.id, workerId, attempt: row.attempt };
    this.#row = row;
    this.#handler = handler;
    this.#deps = deps;
    this.#progress = new ProgressWriter((progress) => this.#writeProgress(progress));
    this.settled = this.#live();
  }

  /** Tells the work that it is no longer wanted. */
  stop(reason: StopReason, message: string): void {
    this.#stop.abort(new Stopped(reason, message));
  }

  /** Gives the job back as it was, for somebody else to do, although the work may still go on here. */
  async handBack(): Promise<void> {
    if (this.#isGivenUp) return;
    this.#isGivenUp = true;
    await this.#endFailed('handed_back', '', false);
  }

  async #live(): Promise<void> {
    const { task } = this.#handler;
    const timer = setTimeout(() => void this.#timeOut(), task.timeoutMs);
    try {
      const effect = await this.#handler.run(
        {
          jobId: this.held.jobId,
          number: this.held.attempt,
          signal: this.#stop.signal,
          report: (progress: Progress) => this.#progress.report(progress),
        },
        this.#row.payload,
      );
      this.#progress.stop();
      if (this.#isGivenUp) return await this.#refused();
      const ended = { ...this.held, progress: this.#progress.latest };
      if (await this.#deps.completer.complete(ended, effect)) this.#ended('succeeded');
      else await this.#refused();
    } catch (error) {
      await this.#failed(error);
    } finally {
      clearTimeout(timer);
      this.#progress.stop();
    }
  }

  async #timeOut(): Promise<void> {
    if (this.#isGivenUp) return;
    this.#isGivenUp = true;
    const message = `It took longer than ${this.#handler.task.timeoutMs} ms.`;
    this.stop('timed_out', message);
    await this.#endFailed('timed_out', message, false);
  }

  async #failed(error: unknown): Promise<void> {
    if (this.#isGivenUp) return;
    if (this.#reason() === 'draining') return this.#endFailed('handed_back', '', false);
    const described = describeError(error);
    const text = `${described.type}: ${described.message}`.slice(0, ERROR_MAX);
    await this.#endFailed('failed', text, error instanceof PermanentFailure, error);
  }

  /** Tells the database until it knows, or until the job is somebody else's: a job that nobody ends would wait for ever. */
  async #endFailed(
    cause: 'failed' | 'timed_out' | 'handed_back',
    text: string,
    isHopeless: boolean,
    error?: unknown,
  ): Promise<void> {
    const { control, logger } = this.#deps;
    while (this.#reason() !== 'lost') {
      try {
        const becomes = await endFailedAttempt(control, this.held, { cause, error: text, isHopeless });
        if (becomes === undefined) return await this.#refused();
        if (becomes !== 'waiting') this.#ended(becomes, error ?? text);
        else this.#ended(cause === 'handed_back' ? 'handed_back' : 'retrying', error ?? text);
        return;
      } catch (problem) {
        logger.warn({ err: problem, ...this.#fields() }, 'the end of a job could not be written yet');
        await sleep(TELL_AGAIN_MS);
      }
    }
  }

  /** The database says that this attempt is not the one that counts. */
  async #refused(): Promise<void> {
    const isDone = await refuseLate(this.#deps.control, this.held).catch(() => false);
    this.#ended(isDone ? 'succeeded' : 'refused');
  }

  async #writeProgress(progress: Progress): Promise<void> {
    try {
      if (!(await writeProgress(this.#deps.control, this.held, progress)) && !this.#isGivenUp)
        this.stop('lost', 'The job is no longer this attempt’s.');
    } catch (problem) {
      this.#deps.logger.warn({ err: problem, ...this.#fields() }, 'progress of a job could not be written');
    }
  }

  #ended(ending: Ending, error?: unknown): void {
    const { logger, metrics } = this.#deps;
    const tookMs = performance.now() - this.#startedMs;
    metrics.ended(this.#row.task, ending, tookMs);
    const fields = { ...this.#fields(), tookMs: Math.round(tookMs) };
    if (ending === 'dead') logger.error({ ...fields, err: error }, 'a job is a dead letter');
    else if (ending === 'retrying') logger.warn({ ...fields, err: error }, 'an attempt failed');
    else if (ending === 'refused')
      logger.warn(fields, 'a late attempt was refused: its job had been given up');
    else logger.debug({ ...fields, ending }, 'an attempt ended');
  }

  #reason(): StopReason | undefined {
    const reason: unknown = this.#stop.signal.reason;
    return reason instanceof Stopped ? reason.reason : undefined;
  }

  #fields() {
    return { jobId: this.held.jobId, task: this.#row.task, attempt: this.held.attempt };
  }
}
