import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { cancelJob, enqueue, replayJob } from './index.ts';
import { selectJob } from './job-queries.ts';
import { completeJobs, endFailedAttempt, registerWorker, releaseLost, takeJobs } from './queries.ts';
import { jobsMigrations } from './testing/migration-sources.ts';
import { plainTask } from './testing/tasks.ts';

let database: TestDatabase<unknown>;
beforeAll(async () => {
  database = await testDatabase({ sources: [jobsMigrations] });
});
afterAll(() => database.close());

/** What the queue promises of one job, kept without any database. */
interface ModelJob {
  state: string;
  readonly key: string | null;
  attempt: number;
  handedBack: number;
  losses: number;
  worker: number;
  isCancelling: boolean;
}

const task = { ...plainTask, backoffMs: 0, attemptsMax: 2 };
const FINAL = new Set(['succeeded', 'dead', 'cancelled']);

class Model {
  readonly jobs = new Map<number, ModelJob>();
  /** The id under which each of the two workers is known at present. */
  readonly workers: number[] = [];

  async begin(): Promise<void> {
    await sql`delete from jobs.unfinished`.execute(database.db);
    await sql`delete from jobs.workers`.execute(database.db);
    for (const index of [0, 1]) await this.register(index);
  }

  async register(index: number): Promise<void> {
    this.workers[index] = await registerWorker(database.db, { name: `w${index}`, mark: 7, leaseMs: 60_000 });
  }

  async enqueue(key: string | null): Promise<void> {
    const joined = [...this.jobs].find(([, job]) => key !== null && job.key === key && isFresh(job))?.[0];
    const id = await enqueue(database.db, task, {}, key === null ? {} : { key });
    if (joined !== undefined) expect(id).toBe(joined);
    else {
      expect(this.jobs.has(id)).toBe(false);
      const fresh = { attempt: 0, handedBack: 0, losses: 0, worker: 0, isCancelling: false };
      this.jobs.set(id, { state: 'waiting', key, ...fresh });
    }
  }

  async take(index: number, count: number): Promise<void> {
    const workerId = this.workers[index] ?? 0;
    const mayBegin = [...this.jobs.values()].filter(
      (job) => job.state === 'waiting' && !this.#waitsForKey(job),
    );
    const suspects = mayBegin.filter((job) => job.losses > 0).length;
    const hasSuspect = [...this.jobs.values()].some((job) => job.losses > 0 && isHeld(job, workerId));
    const takeable = mayBegin.length - suspects + (hasSuspect ? 0 : Math.min(1, suspects));
    const wanted = { workerId, queues: [task.queue], tasks: [task.name], freeSlots: count };
    const rows = await takeJobs(database.db, wanted);
    expect(rows).toHaveLength(Math.min(count, takeable));
    for (const row of rows) {
      const job = this.jobs.get(row.id);
      if (job === undefined || !mayBegin.includes(job)) throw new Error(`Job ${row.id} could not begin.`);
      expect(row.attempt).toBe(job.attempt + 1);
      Object.assign(job, { state: 'running', attempt: row.attempt, worker: workerId });
    }
  }

  /** Ends an attempt of any job by any worker, whether it holds that job or not. */
  async end(
    nth: number,
    index: number,
    behind: number,
    how: 'succeeds' | 'fails' | 'hands back',
  ): Promise<void> {
    const [id, job] = this.#pick(nth) ?? [];
    if (id === undefined || job === undefined) return;
    const held = { jobId: id, workerId: this.workers[index] ?? 0, attempt: job.attempt - behind };
    const counts = isHeld(job, held.workerId) && behind === 0;
    if (how === 'succeeds') {
      const done = await completeJobs(database.db, held.workerId, [{ ...held, progress: undefined }]);
      expect(done.has(id)).toBe(counts);
      if (counts) job.state = 'succeeded';
      return;
    }
    const cause = how === 'fails' ? 'failed' : 'handed_back';
    const became = await endFailedAttempt(database.db, held, { cause, error: 'x', isHopeless: false });
    expect(became === undefined).toBe(!counts);
    if (counts) this.#unsuccessful(job, cause);
    if (counts) expect(became).toBe(job.state);
  }

  async lose(index: number): Promise<void> {
    const gone = this.workers[index] ?? 0;
    await sql`delete from jobs.workers where id = ${gone}`.execute(database.db);
    const lost = [...this.jobs.values()].filter((job) => isHeld(job, gone));
    expect(await releaseLost(database.db, 60_000)).toBe(lost.length);
    for (const job of lost) this.#unsuccessful(job, 'lost');
    await this.register(index);
  }

  async cancel(nth: number): Promise<void> {
    const [id, job] = this.#pick(nth) ?? [];
    if (id === undefined || job === undefined) return;
    const became = await cancelJob(database.db, id).catch((error: { code: string }) => error.code);
    expect(became).toBe(FINAL.has(job.state) ? 'conflict' : job.state === 'running' ? 'asked' : 'cancelled');
    if (job.state === 'waiting') job.state = 'cancelled';
    if (job.state === 'running') job.isCancelling = true;
  }

  async replay(nth: number): Promise<void> {
    const [id, job] = this.#pick(nth) ?? [];
    if (id === undefined || job === undefined) return;
    const rivals = [...this.jobs.values()].filter(
      (other) => !FINAL.has(other.state) && other.key === job.key,
    );
    const isTaken = job.key !== null && rivals.some((other) => other.attempt > 0 === job.attempt > 0);
    const mayReplay = (job.state === 'dead' || job.state === 'cancelled') && !isTaken;
    const became = await replayJob(database.db, id).then(
      () => 'waiting',
      (error: { code: string }) => error.code,
    );
    expect(became).toBe(mayReplay ? 'waiting' : 'conflict');
    if (mayReplay) Object.assign(job, { state: 'waiting', handedBack: job.attempt, isCancelling: false });
  }

  async compare(): Promise<void> {
    for (const [id, job] of this.jobs) {
      const found = await selectJob(database.db, id);
      expect(found).toMatchObject({ state: job.state, attempt: job.attempt, key: job.key });
      expect(found?.isCancelling).toBe(job.isCancelling && !FINAL.has(job.state));
    }
  }

  #pick(nth: number): [number, ModelJob] | undefined {
    return [...this.jobs][nth % Math.max(1, this.jobs.size)];
  }

  #waitsForKey(job: ModelJob): boolean {
    const begun = (other: ModelJob) => !FINAL.has(other.state) && other.attempt > 0 && other.key === job.key;
    return job.key !== null && job.attempt === 0 && [...this.jobs.values()].some(begun);
  }

  #unsuccessful(job: ModelJob, cause: 'failed' | 'handed_back' | 'lost'): void {
    const isLast = cause !== 'handed_back' && job.attempt - job.handedBack >= task.attemptsMax;
    job.state = job.isCancelling ? 'cancelled' : isLast ? 'dead' : 'waiting';
    if (cause === 'handed_back') job.handedBack += 1;
    if (cause === 'lost') job.losses += 1;
  }
}

function isFresh(job: ModelJob): boolean {
  return job.state === 'waiting' && job.attempt === 0;
}

function isHeld(job: ModelJob, workerId: number): boolean {
  return job.state === 'running' && job.worker === workerId;
}

test('whatever workers do, and however often they die, a job is in the one state that its story leads to', async () => {
  const nth = fc.nat({ max: 6 });
  const worker = fc.nat({ max: 1 });
  const step: fc.Arbitrary<(model: Model) => Promise<void>> = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(null, 'a', 'b').map((key) => (m: Model) => m.enqueue(key)) },
    {
      weight: 5,
      arbitrary: fc.tuple(worker, fc.integer({ min: 1, max: 3 })).map(
        ([w, n]) =>
          (m: Model) =>
            m.take(w, n),
      ),
    },
    {
      weight: 6,
      arbitrary: fc
        .tuple(
          nth,
          worker,
          fc.constantFrom(0, 0, 0, 1),
          fc.constantFrom('succeeds' as const, 'fails' as const, 'hands back' as const),
        )
        .map(
          ([n, w, behind, how]) =>
            (m: Model) =>
              m.end(n, w, behind, how),
        ),
    },
    { weight: 1, arbitrary: worker.map((w) => (m: Model) => m.lose(w)) },
    { weight: 1, arbitrary: nth.map((n) => (m: Model) => m.cancel(n)) },
    { weight: 2, arbitrary: nth.map((n) => (m: Model) => m.replay(n)) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30, size: 'max' }), async (steps) => {
      const model = new Model();
      await model.begin();
      for (const act of steps) await act(model);
      await model.compare();
    }),
    { numRuns: 40 },
  );
}, 60_000);
