import { createServer } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { isAppError } from '../errors/index.ts';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import {
  type Database,
  type DatabaseOptions,
  isForeignKeyViolation,
  isUniqueViolation,
  openDatabase,
} from './index.ts';

let database: TestDatabase<unknown>;

beforeAll(async () => {
  database = await testDatabase({ sources: [] });
});

afterAll(async () => {
  await database.close();
});

async function using<Result>(
  options: Partial<DatabaseOptions>,
  use: (opened: Database<unknown>) => Promise<Result>,
): Promise<Result> {
  const opened = openDatabase<unknown>({ url: database.url, applicationName: 'pool-test', ...options });
  try {
    return await use(opened);
  } finally {
    await opened.close();
  }
}

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.fail('it was expected to fail'),
    (error: unknown) => error,
  );
}

test('values arrive as what they are: counts as numbers, numeric as text, days as text, instants as Date', async () => {
  const { rows } = await sql`
    select count(*) as count, array[1::int8, null] as counts, 1.10::numeric(8, 2) as price,
      '2024-02-29'::date as day, array['2024-02-29'::date] as days,
      '2024-02-29T12:00:00Z'::timestamptz as instant, '{"a": 1}'::jsonb as json`.execute(database.db);
  expect(rows).toEqual([
    {
      count: 1,
      counts: [1, null],
      price: '1.10',
      day: '2024-02-29',
      days: ['2024-02-29'],
      instant: new Date('2024-02-29T12:00:00Z'),
      json: { a: 1 },
    },
  ]);
});

test('a whole number that a number cannot hold exactly is refused instead of being rounded', async () => {
  const largest = await sql`select ${String(Number.MAX_SAFE_INTEGER)}::int8 as n`.execute(database.db);
  expect(largest.rows).toEqual([{ n: Number.MAX_SAFE_INTEGER }]);
  await expect(sql`select 9007199254740993::int8 as n`.execute(database.db)).rejects.toThrow(
    /9007199254740993/,
  );
});

test('the session says who it is and ends itself when it idles in a transaction', async () => {
  await using({ applicationName: 'kitsu-api-0' }, async ({ db }) => {
    const { rows } = await sql`
      select current_setting('application_name') as name, current_setting('statement_timeout') as statement,
        current_setting('idle_in_transaction_session_timeout') as idle`.execute(db);
    expect(rows).toEqual([{ name: 'kitsu-api-0', statement: '5s', idle: '10s' }]);
  });
});

test('a full pool lets a caller wait so long and no longer, then it is unavailable with a time to try again', async () => {
  await using({ poolMax: 1, poolWaitMs: 150 }, async ({ db, stats }) => {
    await db.connection().execute(async () => {
      const startedAtMs = performance.now();
      const error = await rejection(sql`select 1`.execute(db));
      expect(error).toMatchObject({ code: 'unavailable', retryAfterS: 1 });
      expect(performance.now() - startedAtMs).toBeGreaterThan(140);
      expect(stats()).toEqual({ max: 1, open: 1, idle: 0, waiting: 0, refused: 1 });
    });
    expect((await sql`select 1 as n`.execute(db)).rows).toEqual([{ n: 1 }]);
  });
});

test('a dead database is unavailable, and what is public names no address', async () => {
  await using({ url: 'postgres://kitsu:secret@127.0.0.1:1/none' }, async ({ db, ping }) => {
    for (const attempt of [() => sql`select 1`.execute(db), ping]) {
      const error = await rejection(attempt());
      expect(isAppError(error, 'unavailable')).toBe(true);
      expect(String(error)).not.toMatch(/127\.0\.0\.1|secret|ECONNREFUSED/);
    }
  });
});

test('a server that accepts and never answers is unavailable in time', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await vi.waitFor(() => expect(silent.listening).toBe(true));
  const address = silent.address();
  const port = typeof address === 'object' ? address?.port : 0;
  await using({ url: `postgres://x:y@127.0.0.1:${port}/z`, poolWaitMs: 150 }, async ({ ping }) => {
    expect(await rejection(ping())).toMatchObject({ code: 'unavailable' });
  });
  silent.close();
});

test('a statement over its time is ended by the server and reported as such; the pool goes on', async () => {
  await using({ statementTimeoutMs: 100, poolMax: 1 }, async ({ db }) => {
    expect(await rejection(sql`select pg_sleep(10)`.execute(db))).toMatchObject({ code: 'timeout' });
    expect((await sql`select 1 as n`.execute(db)).rows).toEqual([{ n: 1 }]);
  });
});

test('connections that are terminated, idle or in use, cost one failed statement and never the process', async () => {
  const onConnectionError = vi.fn();
  await using({ applicationName: 'victim', poolMax: 2, onConnectionError }, async ({ db, ping, stats }) => {
    await Promise.all([ping(), ping()]);
    const sleeping = rejection(sql`select pg_sleep(10)`.execute(db));
    const terminate = sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'victim'`;
    await vi.waitFor(() => expect(stats().idle).toBe(1));
    await terminate.execute(database.db);
    expect(await sleeping).toMatchObject({ code: 'unavailable', cause: { code: '57P01' } });
    await vi.waitFor(() => expect(onConnectionError).toHaveBeenCalled());
    await ping();
  });
});

test('a connection that breaks between two statements of a transaction costs that transaction only', async () => {
  await using({ applicationName: 'between', poolMax: 1 }, async ({ db, ping }) => {
    const broken = db.transaction().execute(async (tx) => {
      await sql`select 1`.execute(tx);
      await sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'between'`.execute(
        database.db,
      );
      // Long enough for the break to be noticed while no statement is there to tell it to.
      await new Promise((resolve) => setTimeout(resolve, 50));
      await sql`select 2`.execute(tx);
    });
    expect(await rejection(broken)).toMatchObject({ code: 'unavailable' });
    await ping();
  });
});

test('a frozen server costs a bounded time, and its connection is not used again', async () => {
  await using({ applicationName: 'frozen', poolMax: 1, statementTimeoutMs: 100 }, async ({ db }) => {
    let pid = 0;
    const startedAtMs = performance.now();
    const inTransaction = db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      pid = rows[0]?.pid ?? 0;
      process.kill(pid, 'SIGSTOP');
      await sql`select 1`.execute(tx);
    });
    try {
      expect(await rejection(inTransaction)).toMatchObject({ code: 'unavailable' });
      expect(performance.now() - startedAtMs).toBeLessThan(4_000);
      const next = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
      expect(next.rows[0]?.pid).not.toBe(pid);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  });
});

test('closing lets a running statement end, and closing again is harmless', async () => {
  const opened = openDatabase<unknown>({ url: database.url, applicationName: 'closing' });
  const running = sql`select pg_sleep(0.2), 1 as n`.execute(opened.db);
  await vi.waitFor(() => expect(opened.stats().open).toBe(1));
  await Promise.all([opened.close(), opened.close()]);
  expect((await running).rows).toHaveLength(1);
});

test('a broken constraint can be told by kind and name', async () => {
  await using({ url: database.ownerUrl }, async ({ db }) => {
    await sql`create table parents (id int constraint parents_key unique)`.execute(db);
    await sql`create table children (parent_id int constraint children_parent references parents (id))`.execute(
      db,
    );
    await sql`insert into parents values (1)`.execute(db);
    const double = await rejection(sql`insert into parents values (1)`.execute(db));
    expect([isUniqueViolation(double), isUniqueViolation(double, 'parents_key')]).toEqual([true, true]);
    expect([isUniqueViolation(double, 'other'), isForeignKeyViolation(double)]).toEqual([false, false]);
    const orphan = await rejection(sql`insert into children values (2)`.execute(db));
    expect([isForeignKeyViolation(orphan, 'children_parent'), isUniqueViolation(orphan)]).toEqual([
      true,
      false,
    ]);
  });
});
