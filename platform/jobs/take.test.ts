import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction, openDatabase } from '../postgres/index.ts';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { enqueue, getJob } from './index.ts';
import { registerWorker, takeJobs } from './queries.ts';
import { jobsMigrations } from './testing/migration-sources.ts';
import { plainTask, replacingTask } from './testing/tasks.ts';

let database: TestDatabase<unknown>;
beforeAll(async () => {
  database = await testDatabase({ sources: [jobsMigrations] });
});
afterEach(async () => {
  await sql`delete from jobs.unfinished`.execute(database.db);
  await sql`delete from jobs.finished`.execute(database.db);
});
afterAll(() => database.close());

/** Takes jobs by hand, as a worker that is there for that alone. */
async function take(freeSlots: number, task = plainTask) {
  const workerId = await registerWorker(database.db, { name: 'hand', mark: 1, leaseMs: 60_000 });
  const wanted = { workerId, queues: [task.queue], tasks: [plainTask.name, replacingTask.name], freeSlots };
  return (await takeJobs(database.db, wanted)).map(({ id }) => id);
}

describe('jobs are taken', () => {
  test('urgent ones first, then by the time from which they may begin; never before it', async () => {
    const { db } = database;
    const low = await enqueue(db, plainTask, {}, { priority: 'low' });
    const second = await enqueue(db, plainTask, {}, { runAt: new Date(Date.now() - 1_000) });
    const first = await enqueue(db, plainTask, {}, { runAt: new Date(Date.now() - 9_000) });
    await enqueue(db, plainTask, {}, { priority: 'high', delayMs: 60_000 });
    const high = await enqueue(db, plainTask, {}, { priority: 'high' });
    const order = [];
    for (let count = 0; count < 5; count += 1) order.push(...(await take(1)));
    expect(order).toEqual([high, first, second, low]);
  });

  test('at the same cost beside any number of finished jobs and of jobs for later', async () => {
    const fill = async (count: number) => {
      await sql`insert into jobs.finished (id, task, queue, priority, payload, attempt, attempts_max, backoff_ms, outcome, created_at)
        select -n, 'test.plain', 'plain', 1, '{}', 1, 4, 10, 'succeeded', now() from generate_series(1, ${count}::int) n`.execute(
        database.db,
      );
      await sql`insert into jobs.unfinished (task, queue, priority, payload, run_at, attempts_max, backoff_ms)
        select 'test.plain', 'plain', n % 3, '{}', now() + interval '1 day' + n * interval '1 second', 4, 10
        from generate_series(1, ${count}::int) n`.execute(database.db);
    };
    const pagesRead = async () => {
      await enqueue(database.db, plainTask, {});
      const workerId = await registerWorker(database.db, { name: 'hand', mark: 1, leaseMs: 60_000 });
      const { rows } = await sql<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>`
        explain (analyze, buffers, format json)
        select * from jobs.take(${workerId}, array['plain'], array[null::int], array['test.plain'], 1)`.execute(
        database.db,
      );
      const plan = rows[0]?.['QUERY PLAN'][0].Plan ?? {};
      expect(plan['Actual Rows']).toBe(1);
      return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
    };
    // The first call of a session also reads the catalogue.
    await pagesRead();
    const few = await pagesRead();
    await fill(50_000);
    const many = await pagesRead();
    expect(many).toBeLessThan(few * 3);
  });
});

describe('a job of a key', () => {
  test('is joined by the next one until it begins, which makes it neither later nor less urgent', async () => {
    const { db } = database;
    const id = await enqueue(db, plainTask, { workMs: 1 }, { key: 'k', delayMs: 60_000, priority: 'low' });
    expect(await enqueue(db, plainTask, { workMs: 2 }, { key: 'k', priority: 'normal' })).toBe(id);
    expect(await enqueue(db, plainTask, { workMs: 3 }, { key: 'k', delayMs: 90_000, priority: 'low' })).toBe(
      id,
    );
    expect(await getJob(db, id)).toMatchObject({ payload: { workMs: 1 }, priority: 1 });
    expect(await take(5)).toEqual([id]);
    const next = await enqueue(db, plainTask, { workMs: 4 }, { key: 'k' });
    expect(next).not.toBe(id);
    // It waits until the one before has ended.
    expect(await take(5)).toEqual([]);
    expect(await enqueue(db, plainTask, {}, { key: 'other' })).not.toBe(next);
  });

  test('gives way to the next one where the task says so', async () => {
    const { db } = database;
    const id = await enqueue(db, replacingTask, { workMs: 1 }, { key: 'k' });
    expect(await enqueue(db, replacingTask, { workMs: 2 }, { key: 'k', delayMs: 60_000 })).toBe(id);
    expect((await getJob(db, id)).payload).toEqual({ workMs: 2 });
    expect(await take(5)).toEqual([]);
  });

  test('does not begin before everybody who joined it has committed', async () => {
    const { db } = database;
    const id = await enqueue(db, plainTask, {}, { key: 'k' });
    await inTransaction(db, async (tx) => {
      expect(await enqueue(tx, plainTask, {}, { key: 'k' })).toBe(id);
      expect(await take(5)).toEqual([]);
    });
    expect(await take(5)).toEqual([id]);
  });

  test('is one job, however many enqueue it at once', async () => {
    const pools = Array.from({ length: 5 }, () =>
      openDatabase<unknown>({ url: database.url, applicationName: 'test', poolMax: 4, poolWaitMs: 10_000 }),
    );
    try {
      const ids = await Promise.all(
        pools.flatMap(({ db }) =>
          Array.from({ length: 10 }, () =>
            inTransaction(db, (tx) => enqueue(tx, plainTask, {}, { key: 'k' })),
          ),
        ),
      );
      expect(new Set(ids).size).toBe(1);
    } finally {
      await Promise.all(pools.map((pool) => pool.close()));
    }
  });
});
