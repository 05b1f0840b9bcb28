import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createLogger, createMetrics } from '../telemetry/index.ts';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import {
  cancelJob,
  defineTask,
  enqueue,
  getJob,
  handle,
  listJobs,
  PermanentFailure,
  startWorker,
  type Worker,
} from './index.ts';
import { pruneJobs, registerWorker, takeJobs } from './queries.ts';
import { effectsMigrations, jobsMigrations } from './testing/migration-sources.ts';
import { hastyTask, plainTask, testHandlers } from './testing/tasks.ts';

let database: TestDatabase<unknown>;
const workers: Worker[] = [];
const metrics = createMetrics({ service: 'test', processMetrics: false });

beforeAll(async () => {
  database = await testDatabase({ sources: [jobsMigrations, effectsMigrations] });
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.close()));
  await sql`delete from jobs.unfinished`.execute(database.db);
  await sql`delete from jobs.finished`.execute(database.db);
});
afterAll(() => database.close());

async function work(
  handlers = testHandlers(database.db, 'here'),
  withMetrics = createMetrics({ service: 'test', processMetrics: false }),
) {
  const worker = await startWorker({
    url: database.url,
    db: database.db,
    name: 'here',
    handlers,
    slots: 3,
    leaseMs: 10_000,
    retention: { keepDays: 14, keepDeadDays: 90 },
    logger: createLogger({ service: 'test', level: 'silent' }),
    metrics: withMetrics,
  });
  workers.push(worker);
  return worker;
}

const add = (given: Parameters<typeof enqueue<object>>[2] = {}, task = plainTask) =>
  enqueue(database.db, task, given);
const becomes = (id: number, state: string) =>
  vi.waitFor(
    async () => {
      const job = await getJob(database.db, id);
      expect(job.state).toBe(state);
      return job;
    },
    { timeout: 15_000, interval: 20 },
  );

/** Takes a job by hand, as a worker that is there for that alone. */
async function take(): Promise<void> {
  const workerId = await registerWorker(database.db, { name: 'hand', mark: 1, leaseMs: 60_000 });
  const wanted = { workerId, queues: [plainTask.queue], tasks: [plainTask.name], freeSlots: 1 };
  await takeJobs(database.db, wanted);
}

describe('an attempt', () => {
  test('that fails is made again, as often as the task allows; then the job is a dead letter with every reason', async () => {
    const id = await add({ acts: 'fails' });
    await work();
    const job = await becomes(id, 'dead');
    expect(job.failures.map(({ attempt, error }) => [attempt, error])).toEqual(
      [1, 2, 3].map((attempt) => [attempt, 'Error: the work went wrong']),
    );
    expect((await listJobs(database.db, { state: 'dead', countMax: 5 })).map((dead) => dead.id)).toEqual([
      id,
    ]);
  });

  test('waits longer each time before it is made again', async () => {
    const { db } = database;
    const slow = defineTask({ ...plainTask, backoffMs: 1_000 });
    const id = await enqueue(db, slow, {});
    const pauses: number[] = [];
    for (let count = 0; count < 2; count += 1) {
      await sql`update jobs.unfinished set run_at = now() where id = ${id}`.execute(db);
      await take();
      const { rows } = await sql<{ s: number }>`
        with ended as (select jobs.end_attempt(id, worker_id, attempt, 'failed', 'x', false) from jobs.unfinished where id = ${id})
        select count(*) from ended`.execute(db);
      expect(rows).toHaveLength(1);
      const after = await sql<{ s: number }>`
        select extract(epoch from run_at - clock_timestamp())::float8 as s from jobs.unfinished where id = ${id}`.execute(
        db,
      );
      pauses.push(after.rows[0]?.s ?? 0);
    }
    for (const [index, pause] of pauses.entries()) {
      expect(pause).toBeGreaterThan(0.7 * 2 ** index - 0.5);
      expect(pause).toBeLessThanOrEqual(1.25 * 2 ** index);
    }
  });

  test('whose effect fails leaves nothing of it', async () => {
    const id = await add({ acts: 'fails in its effect' });
    await work();
    await becomes(id, 'dead');
    const { rows } = await sql`select from effects where job_id = ${id}`.execute(database.db);
    expect(rows).toEqual([]);
  });

  test('that cannot succeed is the last one', async () => {
    const hopeless = handle(plainTask, async () => {
      throw new PermanentFailure('nobody lives there');
    });
    const id = await add();
    await work([hopeless]);
    expect((await becomes(id, 'dead')).failures).toMatchObject([
      { attempt: 1, error: 'PermanentFailure: nobody lives there' },
    ]);
  });

  test('of a job whose payload the task does not know is the last one', async () => {
    const id = await add();
    await sql`update jobs.unfinished set payload = '{"workMs": "long"}' where id = ${id}`.execute(
      database.db,
    );
    await work();
    expect((await becomes(id, 'dead')).failures).toMatchObject([{ attempt: 1, cause: 'failed' }]);
  });

  test('that takes too long is over, and what it comes to later is refused', async () => {
    const id = await add({ workMs: 500, acts: 'lingers' }, hastyTask);
    await work();
    await becomes(id, 'dead');
    await vi.waitFor(
      async () =>
        expect((await getJob(database.db, id)).failures).toMatchObject([
          { cause: 'timed_out', refusedAt: expect.any(Date) },
        ]),
      { timeout: 5_000 },
    );
    const { rows } = await sql`select from effects where job_id = ${id}`.execute(database.db);
    expect(rows).toEqual([]);
  });
});

describe('a cancelled job', () => {
  test('that waits never begins; one that runs is told to stop, and is not tried again', async () => {
    const waiting = await add();
    expect(await cancelJob(database.db, waiting)).toBe('cancelled');
    const running = await add({ workMs: 15_000 });
    await work();
    await becomes(running, 'running');
    expect(await cancelJob(database.db, running)).toBe('asked');
    expect((await becomes(running, 'cancelled')).attempt).toBe(1);
    expect((await getJob(database.db, waiting)).attempt).toBe(0);
    await expect(cancelJob(database.db, running)).rejects.toMatchObject({ code: 'conflict' });
    await expect(cancelJob(database.db, 123_456_789)).rejects.toMatchObject({ code: 'not_found' });
  });
});

test('a job that is enqueued while workers wait begins in milliseconds, not at their next look', async () => {
  await work();
  await becomes(await add(), 'succeeded');
  const delays: number[] = [];
  for (let count = 0; count < 9; count += 1) {
    const id = await add();
    const job = await becomes(id, 'succeeded');
    delays.push((job.startedAt?.getTime() ?? 0) - job.createdAt.getTime());
  }
  // Workers look twice a second by themselves: half of that is what nine of them would wait at the median.
  expect(delays.toSorted((a, b) => a - b)[4]).toBeLessThan(150);
});

test('finished jobs are removed when their time is over, with the reasons of their failures, and no others', async () => {
  const id = await add({ acts: 'fails' });
  await work();
  await becomes(id, 'dead');
  const done = await add();
  await becomes(done, 'succeeded');
  const prune = (outcome: string) => pruneJobs(database.db, { outcome, keepDays: 3, countMax: 10 });
  expect([await prune('dead'), await prune('succeeded')]).toEqual([0, 0]);
  await sql`update jobs.finished set finished_at = now() - interval '4 days'`.execute(database.db);
  expect(await prune('dead')).toBe(1);
  await expect(getJob(database.db, id)).rejects.toMatchObject({ code: 'not_found' });
  const { rows } = await sql`select from jobs.failures where job_id = ${id}`.execute(database.db);
  expect(rows).toEqual([]);
  expect((await getJob(database.db, done)).state).toBe('succeeded');
});

test('a worker counts what it does', async () => {
  await work(undefined, metrics);
  await becomes(await add(), 'succeeded');
  const { body } = await metrics.text();
  expect(body).toMatch(/jobs_attempts_total\{[^}]*ending="succeeded"[^}]*\} 1/);
  expect(body).toMatch(/jobs_start_delay_seconds_count\{[^}]*queue="plain"[^}]*\} 1/);
  expect(body).toMatch(/jobs_running(\{[^}]*\})? 0/);
});

test('two handlers of one task, and two bounds of one queue, do not start', async () => {
  const bounded = defineTask({ ...plainTask, name: 'test.other', queue: { name: 'plain', runningMax: 2 } });
  const twice = [plainTask, plainTask].map((task) => handle(task, async () => undefined));
  await expect(work(twice)).rejects.toThrow('Two handlers are given for the task test.plain.');
  const two = [plainTask, bounded].map((task) => handle(task, async () => undefined));
  await expect(work(two)).rejects.toThrow('The queue plain is declared with two bounds');
});
