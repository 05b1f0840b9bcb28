import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { openTrail } from '../audit-trail/index.ts';
import { defineTask, enqueue } from '../jobs/index.ts';
import { type Database, type Db, openDatabase } from '../postgres/index.ts';
import { createLogger, createMetrics } from '../telemetry/index.ts';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { keepSchedules } from './keep-schedules.ts';
import { pauseSchedule, resumeSchedule, runScheduleNow } from './manage.ts';
import { deleteOldWindows, selectSchedules, upsertSchedules } from './queries.ts';
import { runDue } from './run-due.ts';
import { type CatchUp, defineSchedule, type Schedule } from './schedule.ts';

const SOURCES = ['audit-trail', 'jobs', 'schedules'].map((owner) => ({
  owner,
  folder: new URL(`../${owner}/migrations/`, import.meta.url),
}));
const LOOKERS = 5;

let database: TestDatabase<unknown>;
let db: Db<unknown>;
/** One for each process that there might be. */
let pools: Database<unknown>[];

beforeAll(async () => {
  database = await testDatabase<unknown>({ sources: SOURCES });
  db = database.db;
  pools = Array.from({ length: LOOKERS }, () =>
    openDatabase<unknown>({ url: database.url, applicationName: 'test', poolMax: 1 }),
  );
});
beforeEach(async () => {
  await sql`delete from schedules.windows`.execute(db);
  await sql`delete from schedules.schedules`.execute(db);
  await sql`delete from jobs.unfinished`.execute(db);
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  await database.close();
});

const task = defineTask({
  name: 'tests.run',
  payload: z.strictObject({ at: z.string() }),
  queue: { name: 'tests' },
});
const ask = (tx: Db<unknown>, at: Date) => enqueue(tx, task, { at: at.toISOString() });

const hourly = (catchUp: CatchUp = 'all', request = ask): Schedule =>
  defineSchedule({ name: 'tests.hourly', cron: '0 * * * *', zone: 'UTC', catchUp, request });

/** As if nobody had looked for so many hours. */
const passHours = (hours: number) =>
  sql`update schedules.schedules set decided_until = decided_until - make_interval(hours => ${hours})`.execute(
    db,
  );

/** The windows for which there are jobs. */
const asked = async () => {
  const { rows } = await sql<{
    at: string;
  }>`select payload->>'at' as at from jobs.unfinished order by 1`.execute(db);
  return rows.map(({ at }) => Date.parse(at));
};

test('of any number of processes that look at once, one runs each window', async () => {
  const schedule = hourly();
  await upsertSchedules(db, [schedule]);
  await passHours(7);
  await Promise.all(pools.map((pool) => runDue(pool.db, schedule)));
  await Promise.all(pools.map((pool) => runDue(pool.db, schedule)));
  const times = await asked();
  expect(times).toHaveLength(7);
  expect(new Set(times).size).toBe(7);
});

test('a process that fails in the middle has decided nothing; the next one decides it all', async () => {
  let left = 3;
  const failing = hourly('all', async (tx, at) => {
    left -= 1;
    if (left === 0) throw new Error('died');
    return ask(tx, at);
  });
  await upsertSchedules(db, [failing]);
  await passHours(5);
  await expect(runDue(db, failing)).rejects.toThrow('died');
  expect(await asked()).toEqual([]);
  await runDue(db, hourly());
  expect(await asked()).toHaveLength(5);
});

test('what was missed is told, and kept until it is old', async () => {
  const schedule = hourly('latest');
  await upsertSchedules(db, [schedule]);
  await passHours(6);
  await runDue(db, schedule);
  expect(await asked()).toHaveLength(1);
  expect(await selectSchedules(db)).toMatchObject([{ name: schedule.name, missedCount: 5 }]);
  await sql`update schedules.windows set decided_at = decided_at - interval '9 days', at = at - interval '9 days'`.execute(
    db,
  );
  expect(await deleteOldWindows(db, 5)).toBe(0);
  await passHours(1);
  await runDue(db, schedule);
  expect(await deleteOldWindows(db, 5)).toBe(1);
});

test('a schedule that is new, or has a new grid, begins now', async () => {
  const schedule = hourly();
  await upsertSchedules(db, [schedule]);
  expect(await runDue(db, schedule)).toMatchObject({ decisions: [] });
  await passHours(3);
  await upsertSchedules(db, [schedule]);
  const changed = defineSchedule({ ...schedule, cron: '30 * * * *' });
  await upsertSchedules(db, [changed]);
  expect(await runDue(db, changed)).toMatchObject({ decisions: [] });
  expect(await runDue(db, schedule), 'of a process that still knows the old grid').toBeUndefined();
});

test('paused, its windows pass and are not made up for; it can be run all the same; all of it is on record', async () => {
  const schedule = hourly();
  const trail = openTrail({ actor: { kind: 'operator' } });
  const deps = { db, schedules: [schedule], trail };
  await expect(pauseSchedule(deps, schedule.name)).rejects.toMatchObject({ code: 'conflict' });
  await upsertSchedules(db, [schedule]);
  await pauseSchedule(deps, schedule.name);
  await expect(pauseSchedule(deps, schedule.name)).rejects.toMatchObject({ code: 'conflict' });
  await passHours(4);
  expect(await runDue(db, schedule)).toBeUndefined();
  await runScheduleNow(deps, schedule.name);
  await resumeSchedule(deps, schedule.name);
  expect(await runDue(db, schedule)).toMatchObject({ decisions: [] });
  expect(await asked()).toHaveLength(1);
  await expect(resumeSchedule(deps, 'tests.nothing')).rejects.toMatchObject({ code: 'not_found' });
  const { rows } = await sql<{ action: string }>`select action from audit.entries order by id`.execute(db);
  expect(rows.map(({ action }) => action)).toEqual(['schedule.pause', 'schedule.run', 'schedule.resume']);
});

test('kept by several processes, each window is run once, within a second of its moment', async () => {
  const GRID_MS = 500;
  const schedule: Schedule = {
    ...hourly(),
    name: 'tests.often',
    next: (after) => new Date((Math.floor(after.getTime() / GRID_MS) + 1) * GRID_MS),
  };
  const deps = {
    logger: createLogger({ service: 'test', level: 'silent' }),
    metrics: createMetrics({ service: 'test', processMetrics: false }),
  };
  const keepers = pools.map((pool, index) =>
    keepSchedules(
      index === 0
        ? { ...deps, db: pool.db }
        : { ...deps, db: pool.db, metrics: createMetrics({ service: 'test', processMetrics: false }) },
      [schedule],
    ),
  );
  await vi.waitFor(async () => expect((await asked()).length).toBeGreaterThan(4), { timeout: 15_000 });
  await Promise.all(keepers.map((keeper) => keeper.close()));
  const times = await asked();
  expect(new Set(times).size).toBe(times.length);
  expect(times.at(-1)).toBe((times[0] ?? 0) + (times.length - 1) * GRID_MS);
  const { rows } = await sql<{ late_ms: number }>`
    select max(extract(epoch from decided_at - at) * 1000)::float8 as late_ms from schedules.windows`.execute(
    db,
  );
  expect(rows[0]?.late_ms).toBeLessThan(1_000);
});
