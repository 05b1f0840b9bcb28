import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { checkConnectionBudget } from './index.ts';

let database: TestDatabase<unknown>;
let available: number;

beforeAll(async () => {
  database = await testDatabase({ sources: [] });
  const { rows } = await sql<{ connections: number; reserved: number }>`
    select current_setting('max_connections')::int as connections,
      current_setting('superuser_reserved_connections')::int as reserved`.execute(database.db);
  available = (rows[0]?.connections ?? 0) - (rows[0]?.reserved ?? 0);
});

afterAll(async () => {
  await database.close();
});

test('a sum of pools that exactly fits is accepted and reported', async () => {
  const processes = [{ name: 'api', count: 2, poolMax: 5 }];
  const budget = await checkConnectionBudget(database.db, { processes, reserve: available - 10 });
  expect(budget).toEqual({ needed: available, available });
});

test('one connection too many is refused with the sum and what to do', async () => {
  const processes = [
    { name: 'api', count: 2, poolMax: 5 },
    { name: 'web', count: 1, poolMax: 1 },
  ];
  const refused = checkConnectionBudget(database.db, { processes, reserve: available - 10 });
  await expect(refused).rejects.toThrow(
    `may open ${available + 1} database connections (2 api x 5 + 1 web x 1 + ${available - 10} in reserve), and the server allows ${available}.`,
  );
});
