import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { testClusterUrl } from '../testing/index.ts';
import { assertUsableLocale, type Database, openDatabase } from './index.ts';

const NAME = `locale_${process.pid}`;
let admin: Database<unknown>;

beforeAll(() => {
  admin = openDatabase({ url: testClusterUrl(), applicationName: 'test', statementTimeoutMs: 60_000 });
});

afterEach(async () => {
  await sql`drop database if exists ${sql.id(NAME)} with (force)`.execute(admin.db);
});

afterAll(async () => {
  await admin.close();
});

async function inDatabase(
  locale: string,
  check: (database: Database<unknown>) => Promise<void>,
): Promise<void> {
  await sql`create database ${sql.id(NAME)} template template0 strategy file_copy ${sql.raw(locale)}`.execute(
    admin.db,
  );
  const url = new URL(testClusterUrl());
  url.pathname = NAME;
  const database = openDatabase<unknown>({ url: url.href, applicationName: 'test' });
  try {
    await check(database);
  } finally {
    await database.close();
  }
}

const LOCALE_C = `locale_provider libc locale 'C'`;
const BUILTIN_UTF8 = `locale_provider builtin builtin_locale 'C.UTF-8' locale 'C.UTF-8'`;

test('a database with locale C is refused with the command that makes a usable one, before pg_trgm exists', async () => {
  await inDatabase(LOCALE_C, async ({ db }) => {
    const refusal =
      /cannot search Cyrillic or Japanese.*locale C .*CREATE DATABASE name.*BUILTIN_LOCALE 'C\.UTF-8'/;
    await expect(assertUsableLocale(db)).rejects.toThrow(refusal);
  });
});

test('a database with locale C is refused with pg_trgm in it as well', async () => {
  await inDatabase(LOCALE_C, async ({ db }) => {
    await sql`create extension pg_trgm`.execute(db);
    await expect(assertUsableLocale(db)).rejects.toThrow(/cannot search Cyrillic or Japanese/);
  });
});

test('a database with C.UTF-8 is accepted before and after pg_trgm exists, in whatever schema', async () => {
  await inDatabase(BUILTIN_UTF8, async ({ db }) => {
    await assertUsableLocale(db);
    await sql`create schema "Odd place"`.execute(db);
    await sql`create extension pg_trgm schema "Odd place"`.execute(db);
    await assertUsableLocale(db);
  });
});

test('the command in the refusal makes a database that is accepted', async () => {
  let command = '';
  await inDatabase(LOCALE_C, async ({ db }) => {
    const error = await assertUsableLocale(db).catch((refused: Error) => refused);
    command = /CREATE DATABASE name (.*) TEMPLATE template0/.exec(error?.message ?? '')?.[1] ?? '';
  });
  await sql`drop database ${sql.id(NAME)}`.execute(admin.db);
  await inDatabase(command, ({ db }) => assertUsableLocale(db));
});
