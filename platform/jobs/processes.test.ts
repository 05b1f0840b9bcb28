import { once } from 'node:events';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { inTransaction, openDatabase } from '../postgres/index.ts';
import { enqueue, getJob, listJobs, replayJob, type Task } from './index.ts';
import { boundedTask, plainTask } from './testing/tasks.ts';
import { openWorkshop, type Workshop } from './testing/workshop.ts';

// Each test starts some processes; on a machine that runs all tests at once that takes its time.
vi.setConfig({ testTimeout: 240_000 });

let shop: Workshop;
beforeAll(async () => {
  shop = await openWorkshop();
});
afterEach(async () => {
  await shop.stopAll();
  await sql`truncate jobs.unfinished, jobs.finished, jobs.failures, jobs.workers, effects, beginnings`.execute(
    owner(),
  );
});
afterAll(async () => {
  await ownerPool?.close();
  await shop.close();
});

let ownerPool: ReturnType<typeof openDatabase<unknown>> | undefined;
function owner() {
  ownerPool ??= openDatabase<unknown>({ url: shop.database.ownerUrl, applicationName: 'test', poolMax: 1 });
  return ownerPool.db;
}

type Given = Parameters<typeof enqueue<typeof plainTask extends Task<infer P> ? P : never>>[2];
const add = (given: Given = {}, task = plainTask) => enqueue(shop.database.db, task, given);
/** Every job has succeeded that is not a dead letter. */
async function allDone(): Promise<void> {
  await until(async () => {
    const { rows } = await sql`select from jobs.unfinished limit 1`.execute(shop.database.db);
    expect(rows).toEqual([]);
  }, 90_000);
}
const stateOf = async (id: number) => (await getJob(shop.database.db, id)).state;
const until = (check: () => Promise<void>, timeout = 60_000) => vi.waitFor(check, { timeout, interval: 40 });

async function effectsOf(id: number): Promise<{ attempt: number; worker: string }[]> {
  const { rows } = await sql<{ attempt: number; worker: string }>`
    select attempt, worker from effects where job_id = ${id}`.execute(shop.database.db);
  return rows;
}

async function begun(id: number, attempt = 1): Promise<void> {
  await until(async () => {
    const { rows } = await sql`select from beginnings where job_id = ${id} and attempt >= ${attempt}`.execute(
      shop.database.db,
    );
    expect(rows).toHaveLength(1);
  });
}

describe('a job', () => {
  test('enqueued in one process is done in another and reads the same in all of them', async () => {
    await shop.worker('one');
    const id = await add({ acts: 'reports' });
    await until(async () => expect(await stateOf(id)).toBe('succeeded'));
    const readers = Array.from({ length: 4 }, () =>
      openDatabase<unknown>({ url: shop.database.url, applicationName: 'reader', poolMax: 1 }),
    );
    const jobs = await Promise.all(readers.map(({ db }) => getJob(db, id)));
    await Promise.all(readers.map((reader) => reader.close()));
    expect(new Set(jobs.map((job) => JSON.stringify(job))).size).toBe(1);
    expect(jobs[0]).toMatchObject({ attempt: 1, worker: 'one', failures: [] });
    expect(jobs[0]?.progress).toEqual({
      done: 1_000,
      total: 1_000,
      counters: { seen: 1_000 },
      message: 'counting',
    });
  });

  test('of a transaction that is rolled back never runs; of one that commits it runs, within a second', async () => {
    await shop.worker('one');
    const { db } = shop.database;
    let lost = 0;
    const failing = inTransaction(db, async (tx) => {
      lost = await enqueue(tx, plainTask, {});
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    const id = await inTransaction(db, (tx) => enqueue(tx, plainTask, {}));
    await until(async () => expect(await stateOf(id)).toBe('succeeded'), 5_000);
    expect(await effectsOf(id)).toHaveLength(1);
    expect(await effectsOf(lost)).toEqual([]);
    await expect(getJob(db, lost)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a worker', () => {
  test('killed in mid-job loses it to another within 10 s, and one effect is there', async () => {
    const victim = await shop.worker('victim');
    const id = await add({ workMs: 60_000, acts: 'lingers' });
    await begun(id);
    await shop.worker('heir');
    victim.kill('SIGKILL');
    const killedMs = performance.now();
    await begun(id, 2);
    expect(performance.now() - killedMs).toBeLessThan(10_000);
    await until(async () => expect(await stateOf(id)).toBe('succeeded'));
    expect(await effectsOf(id)).toEqual([{ attempt: 2, worker: 'heir' }]);
    const { failures } = await getJob(shop.database.db, id);
    expect(failures).toMatchObject([{ attempt: 1, cause: 'lost', worker: 'victim', refusedAt: null }]);
  });

  test('frozen beyond its lease and woken again changes nothing; its late attempt is on record as refused', async () => {
    const frozen = await shop.worker('frozen', { leaseMs: 1_500 });
    const id = await add({ workMs: 400, acts: 'lingers' });
    await begun(id);
    frozen.kill('SIGSTOP');
    await shop.worker('heir', { leaseMs: 1_500 });
    await until(async () => expect(await stateOf(id)).toBe('succeeded'));
    expect(await effectsOf(id)).toEqual([{ attempt: 2, worker: 'heir' }]);
    frozen.kill('SIGCONT');
    await until(async () =>
      expect((await getJob(shop.database.db, id)).failures).toMatchObject([
        { attempt: 1, cause: 'lost', worker: 'frozen', refusedAt: expect.any(Date) },
      ]),
    );
    expect(await effectsOf(id)).toHaveLength(1);
    // It has started anew, and works.
    const next = await Promise.all(Array.from({ length: 30 }, () => add({ workMs: 100 })));
    await allDone();
    const helpers = new Set((await Promise.all(next.map(effectsOf))).flat().map(({ worker }) => worker));
    expect(helpers).toEqual(new Set(['frozen', 'heir']));
  });

  test('told to end hands back what it cannot finish, at once and without counting it', async () => {
    const leaving = await shop.worker('leaving');
    const [long, short] = [await add({ workMs: 60_000, acts: 'lingers' }), await add({ workMs: 100 })];
    await begun(long);
    await begun(short);
    await shop.worker('heir');
    const ended = once(leaving, 'exit');
    leaving.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    await until(async () => expect(await stateOf(long)).toBe('succeeded'));
    expect(await effectsOf(short)).toEqual([{ attempt: 1, worker: 'leaving' }]);
    expect(await effectsOf(long)).toEqual([{ attempt: expect.any(Number), worker: 'heir' }]);
    expect((await getJob(shop.database.db, long)).failures).toEqual([]);
  });
});

test('a job that kills its workers is a dead letter after its attempts; the others are done, and it can be replayed', async () => {
  const poison = await add({ acts: 'kills' });
  const others = await Promise.all(Array.from({ length: 8 }, () => add({ workMs: 20 })));
  let deaths = 0;
  const keepAlive = async (name: string): Promise<void> => {
    while ((await stateOf(poison)) !== 'dead') {
      const child = await shop.worker(name, { slots: 2 });
      const died = once(child, 'exit').then(() => {
        deaths += 1;
      });
      await Promise.race([
        died,
        until(async () => expect(await stateOf(poison)).toBe('dead'), 90_000).catch(() => {}),
      ]);
    }
  };
  await Promise.all([keepAlive('one'), keepAlive('two')]);
  expect(deaths).toBe(plainTask.attemptsMax);
  await allDone();
  expect(await Promise.all(others.map(stateOf))).toEqual(others.map(() => 'succeeded'));
  const { failures } = await getJob(shop.database.db, poison);
  expect(failures.map(({ cause }) => cause)).toEqual(['lost', 'lost', 'lost']);
  await shop.stopAll();
  await replayJob(shop.database.db, poison);
  expect(await stateOf(poison)).toBe('waiting');
  expect((await listJobs(shop.database.db, { state: 'dead', countMax: 10 })).length).toBe(0);
});

test('a bound on a queue holds exactly over all workers, and is used to the full', async () => {
  // No worker can use it to the full alone.
  await Promise.all(['one', 'two', 'three'].map((name) => shop.worker(name, { slots: 2 })));
  await inTransaction(shop.database.db, async (tx) => {
    for (let index = 0; index < 60; index += 1) await enqueue(tx, boundedTask, { workMs: 15 });
  });
  await allDone();
  const { rows } = await sql<{ most: number }>`
    select max(running_count) as most from beginnings`.execute(shop.database.db);
  expect(rows[0]?.most).toBe(boundedTask.queue.runningMax);
});

test('1,000 jobs while every worker is restarted twice, once with a kill: 1,000 done, none lost, none twice', async () => {
  const count = 1_000;
  const names = ['one', 'two'];
  const start = () => Promise.all(names.map((name) => shop.worker(name, { slots: 8 })));
  const doneCount = async () => {
    const { rows } = await sql<{ done: number }>`
      select count(*) as done from jobs.finished where outcome = 'succeeded'`.execute(shop.database.db);
    return rows[0]?.done ?? 0;
  };
  let workers = await start();
  await inTransaction(shop.database.db, async (tx) => {
    for (let index = 0; index < count; index += 1) await enqueue(tx, plainTask, { workMs: index % 10 });
  });
  for (const [share, signal] of [
    [0.2, 'SIGTERM'],
    [0.5, 'SIGKILL'],
  ] as const) {
    await until(async () => expect(await doneCount()).toBeGreaterThan(count * share));
    const ended = workers.map((worker) => once(worker, 'exit'));
    for (const worker of workers) worker.kill(signal);
    await Promise.all(ended);
    expect(await doneCount()).toBeLessThan(count);
    workers = await start();
  }
  await until(async () => expect(await doneCount()).toBe(count), 90_000);
  const { rows } = await sql<{ effects: number; jobs: number; left: number }>`
    select count(*) as effects, count(distinct job_id) as jobs, (select count(*) from jobs.unfinished) as left
    from effects`.execute(shop.database.db);
  expect(rows[0]).toEqual({ effects: count, jobs: count, left: 0 });
});
