import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, temporaryFolder, testDatabase } from './index.ts';

let folder: string;
let first: TestDatabase<unknown>;
let second: TestDatabase<unknown>;

beforeAll(async () => {
  folder = await temporaryFolder('test-database');
  await writeFile(
    path.join(folder, '0001-create-things.sql'),
    'create extension if not exists pg_trgm; create schema shop; create table shop.things (id int primary key);',
  );
  const sources = [{ owner: 'shop', folder }];
  [first, second] = await Promise.all([testDatabase({ sources }), testDatabase({ sources })]);
});

afterAll(async () => {
  await Promise.all([first.close(), second.close()]);
  await rm(folder, { recursive: true });
});

test('what one test database holds, another does not', async () => {
  await sql`insert into shop.things values (1)`.execute(first.db);
  const here = await sql`select id from shop.things`.execute(first.db);
  const there = await sql`select id from shop.things`.execute(second.db);
  expect([here.rows, there.rows]).toEqual([[{ id: 1 }], []]);
});

test('tests run with the rights of the servers: rows yes, schema no', async () => {
  await expect(sql`create table shop.more (id int)`.execute(first.db)).rejects.toThrow(/permission denied/);
  await expect(sql`alter table shop.things add column x int`.execute(first.db)).rejects.toThrow(
    /must be owner/,
  );
});

test('a closed test database is gone', async () => {
  const third = await testDatabase({ sources: [{ owner: 'shop', folder }] });
  const name = new URL(third.url).pathname.slice(1);
  await third.close();
  const found = await sql`select from pg_database where datname = ${name}`.execute(first.db);
  expect(found.rows).toEqual([]);
});
