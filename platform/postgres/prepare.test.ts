import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { type Database, inTransaction, openDatabase, prepare } from './index.ts';

let database: TestDatabase<unknown>;
let owner: Database<unknown>;

beforeAll(async () => {
  database = await testDatabase({ sources: [] });
  owner = openDatabase({ url: database.ownerUrl, applicationName: 'test', poolMax: 1 });
  await sql`create table things (id int primary key, name text)`.execute(owner.db);
  await sql`insert into things values (1, 'one'), (2, 'two')`.execute(owner.db);
});

afterAll(async () => {
  await owner.close();
  await database.close();
});

const findThing = prepare<{ id: number; name: string }>('find-thing', 'select * from things where id = $1');

async function preparedNames(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from pg_prepared_statements`.execute(owner.db);
  return rows.map((row) => row.name);
}

test('the same statement runs by name on a pool and inside a transaction, prepared once a connection', async () => {
  expect(await findThing(owner.db, [1])).toEqual([{ id: 1, name: 'one' }]);
  expect(await inTransaction(owner.db, (tx) => findThing(tx, [2]))).toEqual([{ id: 2, name: 'two' }]);
  expect((await preparedNames()).filter((name) => name.startsWith('find-thing_'))).toHaveLength(1);
});

test('in a transaction it sees what the transaction wrote', async () => {
  const seen = inTransaction(owner.db, async (tx) => {
    await sql`update things set name = 'changed' where id = 1`.execute(tx);
    const [row] = await findThing(tx, [1]);
    throw new Error(row?.name);
  });
  await expect(seen).rejects.toThrow('changed');
});

test('built queries are not prepared', async () => {
  const before = await preparedNames();
  await sql`select * from things where id = ${1}`.execute(owner.db);
  expect(await preparedNames()).toEqual(before);
});

test('two statements of one name do not meet', async () => {
  const lower = prepare<{ x: string }>('same-name', 'select lower($1) as x');
  const upper = prepare<{ x: string }>('same-name', 'select upper($1) as x');
  expect([await lower(owner.db, ['Ab']), await upper(owner.db, ['Ab'])]).toEqual([
    [{ x: 'ab' }],
    [{ x: 'AB' }],
  ]);
});

test('a migration that changes the result of a statement does not break a running process', async () => {
  await findThing(owner.db, [1]);
  await sql`alter table things add column extra int`.execute(owner.db);
  expect(await findThing(owner.db, [1])).toEqual([{ id: 1, name: 'one', extra: null }]);
  await sql`alter table things drop column extra`.execute(owner.db);
  expect(await inTransaction(owner.db, (tx) => findThing(tx, [1]))).toEqual([{ id: 1, name: 'one' }]);
});

test('a name that the server would cut off is refused when it is declared', () => {
  expect(() => prepare('x'.repeat(60), 'select 1')).toThrow(/at most 54 characters/);
});
