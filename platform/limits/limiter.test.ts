import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../postgres/index.ts';
import { createLogger, createMetrics } from '../telemetry/index.ts';
import type { TestDatabase } from '../testing/index.ts';
import { type Budget, defineBudget, defineGuard, forgetExpired, type Guard, openLimiter } from './index.ts';
import { limitsDatabase } from './testing/limits-database.ts';

const PROCESS_COUNT = 5;
const MAIN = fileURLToPath(new URL('./testing/taking-process.ts', import.meta.url));

let database: TestDatabase<unknown>;
beforeAll(async () => {
  database = await limitsDatabase();
});
beforeEach(async () => {
  await sql`truncate limits.guards, limits.budgets`.execute(owner().db);
});
afterAll(async () => {
  await ownerDatabase?.close();
  await database.close();
});

let ownerDatabase: ReturnType<typeof openDatabase<unknown>> | undefined;
function owner() {
  ownerDatabase ??= openDatabase<unknown>({ url: database.ownerUrl, applicationName: 'test-owner' });
  return ownerDatabase;
}

const base = { name: 'trial', counts: 'address', refusal: 'Too often' } as const;
const guard = (count: number, perS: number): Guard => defineGuard({ ...base, count, perS });
const budget = (count: number, perS: number, aheadMax = 1): Budget =>
  defineBudget({ ...base, count, perS, aheadMax });

const lines: string[] = [];
function limiterOver(db = database.db) {
  const logger = createLogger({ service: 'test', destination: { write: (line) => void lines.push(line) } });
  const metrics = createMetrics({ service: 'test', processMetrics: false });
  return { limiter: openLimiter({ db, logger, metrics }), metrics };
}

/** Moves everything that was counted into the past. */
async function pass(seconds: number): Promise<void> {
  await sql`update limits.guards set expires_at = expires_at - make_interval(secs => ${seconds}),
    hits = array(select h - make_interval(secs => ${seconds}) from unnest(hits) h)`.execute(database.db);
  await sql`update limits.budgets set full_at = full_at - make_interval(secs => ${seconds})`.execute(
    database.db,
  );
}

/** Each of five processes takes so many times, all at the same moment. Returns how many got through in each. */
async function takeInProcesses(kind: string, times: number, aheadMax = 1): Promise<number[]> {
  const children = Array.from({ length: PROCESS_COUNT }, () =>
    fork(MAIN, [database.url, kind, '50', '3600', String(aheadMax), String(times)]),
  );
  await Promise.all(children.map((child) => once(child, 'message')));
  const answers = children.map(async (child) => (await once(child, 'message'))[0] as number);
  for (const child of children) child.send('go');
  return Promise.all(answers);
}

const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);

test('of five processes that hit a guard at once together exactly the limit gets through', async () => {
  expect(sum(await takeInProcesses('guard', 40))).toBe(50);
}, 60_000);

test('of five processes that take from a budget at once together exactly the budget gets through', async () => {
  expect(sum(await takeInProcesses('budget', 40))).toBe(50);
}, 60_000);

test('taken ahead it is never more than the budget, and all of it where every process asks for enough', async () => {
  expect(sum(await takeInProcesses('budget', 60, 7))).toBe(50);
  await pass(3_600);
  // What the others hold is lost to the one that asks for more.
  expect(sum(await takeInProcesses('budget', 11, 20))).toBeLessThanOrEqual(50);
}, 60_000);

test('a guard lets no more than its count through in any stretch of its time, and tells when the next may', async () => {
  const { limiter } = limiterOver();
  const policy = guard(3, 60);
  const take = async () => {
    const { allowed, remaining } = await limiter.take(policy, 'a');
    return [allowed, remaining];
  };
  expect(await take()).toEqual([true, 2]);
  await pass(40);
  expect([await take(), await take(), await take()]).toEqual([
    [true, 1],
    [true, 0],
    [false, 0],
  ]);
  const refused = await limiter.take(policy, 'a');
  expect(refused.resetS).toBeGreaterThan(15);
  expect(refused.resetS).toBeLessThanOrEqual(20);
  await pass(21);
  expect([await take(), await take()]).toEqual([
    [true, 0],
    [false, 0],
  ]);
  expect((await limiter.take(policy, 'b')).allowed).toBe(true);
});

test('a hit that is taken back counts no longer, and no other does', async () => {
  const { limiter } = limiterOver();
  const policy = guard(2, 60);
  const good = await limiter.take(policy, 'a');
  await limiter.take(policy, 'a');
  await limiter.takeBack(good);
  expect((await limiter.take(policy, 'a')).allowed).toBe(true);
  const refused = await limiter.take(policy, 'a');
  expect(refused.allowed).toBe(false);
  await limiter.takeBack(refused);
  expect((await limiter.take(policy, 'a')).allowed).toBe(false);
});

test.each([1, 4])('a budget gives its count at once and then steadily, %i at a time', async (aheadMax) => {
  const policy = budget(7, 60, aheadMax);
  // Each a process of its own, as far as shares go.
  const take = () => limiterOver().limiter.take(policy, 'a');
  const takeAll = async () => {
    const { limiter } = limiterOver();
    let count = 0;
    while ((await limiter.take(policy, 'a')).allowed) count += 1;
    return count;
  };
  expect(await takeAll()).toBe(7);
  const refused = await take();
  expect(refused).toMatchObject({ allowed: false, remaining: 0 });
  expect(refused.resetS).toBeGreaterThan(7);
  expect(refused.resetS).toBeLessThanOrEqual(60 / 7);
  await pass(60 / 7);
  expect(await takeAll()).toBe(1);
  await pass(600);
  expect(await takeAll()).toBe(7);
});

test('what was taken ahead is given out, and what is known to be used up refused, without asking', async () => {
  const { limiter } = limiterOver();
  const policy = budget(9, 3_600, 4);
  expect(limiter.takeNow(policy, 'a')).toBeUndefined();
  // One at first, then twice what was used before: 1, 2, 4, and the 2 that are left.
  const asked: boolean[] = [];
  for (let left = 8; left >= 0; left -= 1) {
    const now = limiter.takeNow(policy, 'a');
    asked.push(now === undefined);
    expect(now ?? (await limiter.take(policy, 'a'))).toMatchObject({ allowed: true, remaining: left });
  }
  expect(asked).toEqual([true, true, false, true, false, false, false, true, false]);
  expect(await limiter.take(policy, 'a')).toMatchObject({ allowed: false });
  await sql`delete from limits.budgets`.execute(database.db);
  expect(limiter.takeNow(policy, 'a')).toMatchObject({ allowed: false });
  expect(limiter.takeNow(policy, 'b')).toBeUndefined();
});

test('without its table a guard refuses with 503 and a budget lets everybody through, which is told once', async () => {
  await sql`alter schema limits rename to away`.execute(owner().db);
  try {
    const { limiter, metrics } = limiterOver();
    await expect(limiter.take(guard(5, 60), 'a')).rejects.toMatchObject({
      code: 'unavailable',
      retryAfterS: 5,
    });
    for (const policy of [budget(5, 60), budget(5, 60, 4)]) {
      expect(await limiter.take(policy, 'a')).toMatchObject({ allowed: true, unchecked: true });
    }
    expect((await metrics.text()).body).toMatch(/limit_failures_total\{[^}]*policy="trial"[^}]*\} 2/);
    expect(lines.filter((line) => line.includes('limits cannot be counted'))).toHaveLength(1);
  } finally {
    await sql`alter schema away rename to limits`.execute(owner().db);
  }
});

test('what limits nobody any more is forgotten, and nothing else', async () => {
  const { limiter } = limiterOver();
  await limiter.take(guard(1, 10), 'old');
  await limiter.take(budget(1, 10), 'old');
  await pass(11);
  await limiter.take(guard(1, 10), 'new');
  await limiter.take(budget(1, 10), 'new');
  await forgetExpired(database.db);
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from limits.guards) + (select count(*) from limits.budgets) as count`.execute(
    database.db,
  );
  expect(rows).toEqual([{ count: 2 }]);
  expect((await limiter.take(guard(1, 10), 'new')).allowed).toBe(false);
});
