import { setTimeout as sleep } from 'node:timers/promises';
import { isAppError } from '../errors/index.ts';
import { type Db, inTransaction } from '../postgres/index.ts';
import { completeJobs, type Held } from './queries.ts';
import type { Effect } from './task.ts';

/** An attempt that succeeded, and what it told last. */
export interface Succeeded extends Held {
  readonly progress: unknown;
}

interface Waiting {
  readonly ended: Succeeded;
  readonly settle: PromiseWithResolvers<boolean>;
}

/** The effect of an attempt that is no longer the one that counts; it has to be rolled back. */
class Refused extends Error {}

const TRIES_MAX = 4;
const PAUSE_MS = 150;

/**
 * Ends attempts that succeeded. An effect is committed together with the end of its job, or not at all. Jobs without an
 * effect that end while others are being written go together with the next statement.
 */
export class Completer {
  readonly #db: Db<unknown>;
  #waiting: Waiting[] = [];
  #isFlushing = false;

  constructor(db: Db<unknown>) {
    this.#db = db;
  }

  /** False when the attempt holds its job no longer: nothing of it was written. Rejects with what the effect throws. */
  complete(ended: Succeeded, effect: Effect | undefined): Promise<boolean> {
    return patiently(() => (effect === undefined ? this.#enlist(ended) : this.#commit(ended, effect)));
  }

  async #commit(ended: Succeeded, effect: Effect): Promise<boolean> {
    try {
      await inTransaction(this.#db, async (tx) => {
        // First of all: the job's row is held from here on, so nobody can give the job up and do it again meanwhile.
        const done = await completeJobs(tx, ended.workerId, [ended]);
        if (!done.has(ended.jobId)) throw new Refused();
        await effect(tx);
      });
      return true;
    } catch (error) {
      if (error instanceof Refused) return false;
      throw error;
    }
  }

  #enlist(ended: Succeeded): Promise<boolean> {
    const settle = Promise.withResolvers<boolean>();
    this.#waiting.push({ ended, settle });
    if (!this.#isFlushing) void this.#flush();
    return settle.promise;
  }

  async #flush(): Promise<void> {
    this.#isFlushing = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      const byWorker = Map.groupBy(batch, ({ ended }) => ended.workerId);
      for (const [workerId, group] of byWorker) await this.#writeGroup(workerId, group);
    }
    this.#isFlushing = false;
  }

  async #writeGroup(workerId: number, group: readonly Waiting[]): Promise<void> {
    try {
      const ended = group.map((one) => one.ended);
      const done = await completeJobs(this.#db, workerId, ended);
      for (const one of group) one.settle.resolve(done.has(one.ended.jobId));
    } catch (error) {
      for (const one of group) one.settle.reject(error);
    }
  }
}

/** A pool that is full for a moment, or a connection that broke, is no reason to do the whole work again. */
async function patiently(attempt: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isAppError(error, 'unavailable') || tries === TRIES_MAX) throw error;
      await sleep(PAUSE_MS * 2 ** tries);
    }
  }
}
