import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '../errors/index.ts';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { type Database, type Db, inTransaction, openDatabase } from './index.ts';

interface Tables {
  accounts: { id: number; balance: number };
}

let database: TestDatabase<Tables>;
let owner: Database<Tables>;

beforeAll(async () => {
  database = await testDatabase({ sources: [] });
  owner = openDatabase<Tables>({ url: database.ownerUrl, applicationName: 'test', poolMax: 12 });
  await sql`create table accounts (id int primary key, balance int not null)`.execute(owner.db);
  await sql`insert into accounts select n, 0 from generate_series(1, 20) n`.execute(owner.db);
});

afterAll(async () => {
  await owner.close();
  await database.close();
});

async function balance(id: number, db: Db<Tables> = owner.db): Promise<number> {
  const row = await db
    .selectFrom('accounts')
    .select('balance')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.balance;
}

async function add(tx: Db<Tables>, id: number, amount: number): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ balance: sql`balance + ${amount}` })
    .where('id', '=', id)
    .execute();
}

test('what was written before a failure is undone, and the failure itself comes out', async () => {
  const failing = inTransaction(owner.db, async (tx) => {
    await add(tx, 1, 5);
    throw new AppError('conflict', 'Changed your mind.');
  });
  await expect(failing).rejects.toThrow('Changed your mind.');
  expect(await balance(1)).toBe(0);
});

test('a step that opens its own transaction joins the one it is called in, and is undone with it', async () => {
  const failing = inTransaction(owner.db, async (outer) => {
    await inTransaction(outer, (inner) => add(inner, 2, 5));
    expect(await balance(2, outer)).toBe(5);
    throw new Error('later failure');
  });
  await expect(failing).rejects.toThrow('later failure');
  expect(await balance(2)).toBe(0);
});

test('an error that a step swallowed does not end in a silent rollback', async () => {
  const swallowing = inTransaction(owner.db, async (tx) => {
    await add(tx, 3, 5);
    await sql`select no_such_column`.execute(tx).catch(() => {});
  });
  await expect(swallowing).rejects.toThrow();
  expect(await balance(3)).toBe(0);
});

test('two transactions that deadlock both succeed in the end, each once', async () => {
  const locked: (() => void)[] = [];
  const bothLocked = Promise.all([0, 1].map(() => new Promise<void>((resolve) => locked.push(resolve))));
  const transfer = (from: number, to: number, arrived: (() => void) | undefined) =>
    inTransaction(owner.db, async (tx) => {
      await add(tx, from, -1);
      arrived?.();
      await bothLocked;
      await add(tx, to, 1);
    });
  await Promise.all([transfer(4, 5, locked[0]), transfer(5, 4, locked[1])]);
  expect([await balance(4), await balance(5)]).toEqual([0, 0]);
});

test('a serializable invariant holds under concurrent decisions, which read committed would break', async () => {
  // Two may withdraw from a pair of accounts as long as the pair stays above zero: write skew.
  const withdraw = (id: number, isolation: 'read committed' | 'serializable') => {
    let met: (() => void) | undefined;
    let first = true;
    const reached = new Promise<void>((resolve) => {
      met = resolve;
    });
    const done = (other: Promise<void>) =>
      inTransaction(
        owner.db,
        async (tx) => {
          const { rows } = await sql<{
            sum: number;
          }>`select sum(balance)::int as sum from accounts where id in (6, 7)`.execute(tx);
          met?.();
          if (first) await other;
          first = false;
          if ((rows[0]?.sum ?? 0) >= 100) await add(tx, id, -100);
        },
        { isolation },
      );
    return { reached, done };
  };
  const race = async (isolation: 'read committed' | 'serializable') => {
    await sql`update accounts set balance = 50 where id in (6, 7)`.execute(owner.db);
    const [a, b] = [withdraw(6, isolation), withdraw(7, isolation)];
    await Promise.all([a.done(b.reached), b.done(a.reached)]);
    return (await balance(6)) + (await balance(7));
  };
  expect(await race('read committed')).toBe(-100);
  expect(await race('serializable')).toBe(0);
});

test('a transaction that always loses is given up after five attempts', async () => {
  let attempts = 0;
  const losing = inTransaction(owner.db, async (tx) => {
    attempts += 1;
    await sql`do $$ begin raise exception using errcode = '40001'; end $$`.execute(tx);
  });
  await expect(losing).rejects.toMatchObject({ code: '40001' });
  expect(attempts).toBe(5);
});

test('other errors are not tried again', async () => {
  let attempts = 0;
  const failing = inTransaction(owner.db, async (tx) => {
    attempts += 1;
    await sql`insert into accounts values (1, 0)`.execute(tx);
  });
  await expect(failing).rejects.toMatchObject({ code: '23505' });
  expect(attempts).toBe(1);
});

test('a serializable step refuses to join a weaker transaction instead of losing its promise', async () => {
  const step = (tx: Db<Tables>) => inTransaction(tx, () => balance(8, tx), { isolation: 'serializable' });
  await expect(inTransaction(owner.db, step)).rejects.toThrow(/open the outer one serializable/);
  expect(await inTransaction(owner.db, step, { isolation: 'serializable' })).toBe(0);
});
