import { inTransaction, openDatabase, prepare } from '@seaworthy/platform/postgres';
import { type TestDatabase, testDatabase } from '@seaworthy/platform/testing';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createLogger, createMetrics } from '../telemetry/index.ts';
import type { Cache } from './cached-body.ts';
import { invalidate } from './invalidate.ts';
import { openCache } from './open-cache.ts';

const TAG = 'titles';
const read = prepare<{ value: number }>('test_read_shown', 'select value from shown');
const write = prepare<unknown>('test_write_shown', 'update shown set value = $1');
const kill = prepare<unknown>(
  'test_kill',
  'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1',
);
const pidOf = prepare<{ pid: number }>(
  'test_pid',
  'select pid from pg_stat_activity where application_name = $1',
);

let database: TestDatabase<unknown>;
const caches: Cache[] = [];

beforeAll(async () => {
  database = await testDatabase({ sources: [] });
  const owner = openDatabase({ url: database.ownerUrl, applicationName: 'test-owner', poolMax: 1 });
  const run = (text: string) => prepare('test_ddl', text)(owner.db, []);
  await run('create table shown as select 1 as value');
  await run('grant select, update on shown to public');
  await owner.close();
});
afterEach(async () => {
  await Promise.all(caches.splice(0).map((cache) => cache.close()));
});
afterAll(() => database.close());

async function open(applicationName = 'test-cache') {
  const metrics = createMetrics({ service: 'test', processMetrics: false });
  const logger = createLogger({ service: 'test', level: 'silent' });
  const cache = await openCache({ url: database.url, maxBytes: 1_000_000, logger, metrics, applicationName });
  caches.push(cache);
  return cache;
}

async function shown(cache: Cache): Promise<number> {
  const { body } = await cache.body('shown', [TAG], async () => {
    const [row] = await read(database.db, []);
    return String(row?.value);
  });
  return Number(body.toString());
}

async function change(value: number): Promise<void> {
  await inTransaction(database.db, async (tx) => {
    await write(tx, [value]);
    await invalidate(tx, [TAG]);
  });
}

test('after a commit no one of five processes shows the old value for 1 s; usually it takes milliseconds', async () => {
  await change(1);
  const five = await Promise.all(Array.from({ length: 5 }, () => open()));
  const delaysMs: number[] = [];
  for (let value = 2; value <= 12; value += 1) {
    expect(new Set(await Promise.all(five.map(shown)))).toEqual(new Set([value - 1]));
    await change(value);
    const committedMs = performance.now();
    await vi.waitUntil(async () => (await Promise.all(five.map(shown))).every((one) => one === value), {
      interval: 1,
    });
    delaysMs.push(performance.now() - committedMs);
  }
  delaysMs.sort((one, other) => one - other);
  expect(delaysMs.at(-1)).toBeLessThan(1000);
  expect(delaysMs[5]).toBeLessThan(200);
});

test('a rollback drops nothing', async () => {
  await change(1);
  const cache = await open();
  await shown(cache);
  const undone = inTransaction(database.db, async (tx) => {
    await write(tx, [99]);
    await invalidate(tx, [TAG]);
    throw new Error('undo');
  });
  await expect(undone).rejects.toThrow('undo');
  // A later change of another tag arrives after whatever the rolled back one could have sent.
  await cache.body('other', ['other'], async () => '0');
  await invalidate(database.db, ['other']);
  await vi.waitUntil(
    async () => (await cache.body('other', ['other'], async () => '1')).body.toString() === '1',
    {
      interval: 1,
    },
  );
  const kept = await cache.body('shown', [TAG], async () => 'loaded again');
  expect(kept.body.toString()).toBe('1');
});

test('a process whose listening connection is killed never shows anything old, and caches again later', async () => {
  await change(1);
  const cache = await open('test-cache-killed');
  expect(await shown(cache)).toBe(1);
  for (let value = 2; value <= 6; value += 1) {
    await kill(database.db, ['test-cache-killed']);
    await change(value);
    const committedMs = performance.now();
    let last = await shown(cache);
    while (last !== value) {
      expect(performance.now() - committedMs).toBeLessThan(1000);
      last = await shown(cache);
    }
  }
  let loads = 0;
  const counted = () => cache.body('counted', [TAG], async () => String(++loads));
  await vi.waitUntil(async () => (await counted()).body.equals((await counted()).body), {
    timeout: 5000,
    interval: 10,
  });
});

test('a listening connection that hangs without breaking keeps nothing old alive for 1 s', async () => {
  await change(1);
  const cache = await open('test-cache-frozen');
  expect(await shown(cache)).toBe(1);
  const [backend] = await pidOf(database.db, ['test-cache-frozen']);
  const pid = Number(backend?.pid);
  process.kill(pid, 'SIGSTOP');
  try {
    await change(2);
    const committedMs = performance.now();
    // The news is stuck in the frozen backend: this is the case the heartbeat is for.
    expect(await shown(cache)).toBe(1);
    await vi.waitUntil(async () => (await shown(cache)) === 2, { timeout: 5000, interval: 1 });
    expect(performance.now() - committedMs).toBeLessThan(1000);
  } finally {
    process.kill(pid, 'SIGCONT');
  }
});

test('200 concurrent misses on a real database make one statement', async () => {
  const cache = await open();
  let loads = 0;
  const load = async () => {
    loads += 1;
    const [row] = await read(database.db, []);
    return String(row?.value);
  };
  await Promise.all(Array.from({ length: 200 }, () => cache.body('many', [TAG], load)));
  expect(loads).toBe(1);
});

test('a value read before a commit and finished after it is not kept', async () => {
  await change(1);
  const cache = await open();
  const [before, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = cache.body('shown', [TAG], async () => {
    const [row] = await read(database.db, []);
    before.resolve();
    await gate.promise;
    return String(row?.value);
  });
  await before.promise;
  await change(2);
  // Not awaited each: who asks before the news is in still shares the slow load.
  const seen = new Set<number>();
  await vi.waitUntil(
    () => {
      void shown(cache).then((value) => seen.add(value));
      return seen.has(2);
    },
    { interval: 5 },
  );
  gate.resolve();
  expect((await slow).body.toString()).toBe('1');
  expect(await shown(cache)).toBe(2);
});

test('more tags than a notification can carry drop everything', async () => {
  const cache = await open();
  await cache.body('x', ['unrelated'], async () => 'old');
  await invalidate(
    database.db,
    Array.from({ length: 2000 }, (_, index) => `title:${index}`),
  );
  await vi.waitUntil(
    async () => (await cache.body('x', ['unrelated'], async () => 'new')).body.toString() === 'new',
    {
      interval: 1,
    },
  );
});
