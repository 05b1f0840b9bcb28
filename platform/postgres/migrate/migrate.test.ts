import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type TestDatabase, temporaryFolder, testDatabase } from '../../testing/index.ts';
import {
  type Database,
  MigrationError,
  type MigrationSource,
  migrate,
  openDatabase,
  pendingMigrations,
} from '../index.ts';

let root: string;
let database: TestDatabase<unknown>;
let owner: Database<unknown>;

beforeEach(async () => {
  root = await temporaryFolder('migrate');
  database = await testDatabase({ sources: [] });
  owner = openDatabase({ url: database.ownerUrl, applicationName: 'test' });
});

afterEach(async () => {
  await owner.close();
  await database.close();
  await rm(root, { recursive: true });
});

/** A source whose files are given as name and text. */
async function source(files: Readonly<Record<string, string>>, name = 'shop'): Promise<MigrationSource> {
  const folder = path.join(root, name);
  await mkdir(folder, { recursive: true });
  for (const [file, content] of Object.entries(files)) await writeFile(path.join(folder, file), content);
  return { owner: name, folder };
}

async function run(...sources: readonly MigrationSource[]): Promise<string[]> {
  const applied = await migrate({ ownerUrl: database.ownerUrl, sources, appRole: 'test_app' });
  return applied.map((one) => `${one.owner}/${one.name}`);
}

async function rows(query: string, db = owner.db): Promise<unknown[]> {
  return (await sql.raw(query).execute(db)).rows;
}

const FIRST = { '0001-create-things.sql': 'create table things (id int primary key);' };
const SECOND = { '0002-add-name.sql': 'alter table things add column name text;' };

test('files are applied in order, source by source, and a second run finds nothing to do', async () => {
  const shop = await source({ ...SECOND, ...FIRST });
  const base = await source({ '0001-create-log.sql': 'create table log (line text);' }, 'base');
  expect(await run(base, shop)).toEqual([
    'base/0001-create-log',
    'shop/0001-create-things',
    'shop/0002-add-name',
  ]);
  expect(await run(base, shop)).toEqual([]);
  expect(await rows('select owner, number, name from seaworthy.migrations order by applied_at')).toEqual([
    { owner: 'base', number: 1, name: '0001-create-log' },
    { owner: 'shop', number: 1, name: '0001-create-things' },
    { owner: 'shop', number: 2, name: '0002-add-name' },
  ]);
});

test('five migrators in five processes all succeed, and every file is applied once', async () => {
  const shop = await source({
    ...FIRST,
    '0002-fill-things.sql': 'insert into things values (1); select pg_sleep(0.3);',
  });
  const program = `
    import { migrate } from ${JSON.stringify(path.join(import.meta.dirname, '..', 'index.ts'))};
    const applied = await migrate({ ownerUrl: process.argv[1], sources: [${JSON.stringify(shop)}] });
    process.stdout.write(String(applied.length));`;
  const processes = Array.from({ length: 5 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', program, database.ownerUrl], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  const said = await Promise.all(
    processes.map(async (child) => {
      const [[code], output] = await Promise.all([once(child, 'exit'), text(child.stdout)]);
      return { code, output };
    }),
  );
  expect(said.map((one) => one.code)).toEqual([0, 0, 0, 0, 0]);
  expect(said.map((one) => one.output).sort()).toEqual(['0', '0', '0', '0', '2']);
});

test('a migrator that is killed in the middle of a file leaves nothing of it, and the next one applies it', async () => {
  const slow = await source({
    ...FIRST,
    '0002-fill-things.sql': 'insert into things values (1); select pg_sleep(30);',
  });
  const killed = run(slow).catch((error: unknown) => error);
  const activity = `from pg_stat_activity where application_name = 'seaworthy-migrate' and query like '%pg_sleep(30)%'`;
  await vi.waitFor(async () => expect(await rows(`select ${activity}`)).toHaveLength(1));
  await rows(`select pg_terminate_backend(pid) ${activity}`);
  expect(await killed).toBeInstanceOf(MigrationError);
  const quick = await source({ '0002-fill-things.sql': 'insert into things values (2);' });
  expect(await run(quick)).toEqual(['shop/0002-fill-things']);
  expect(await rows('select id from things')).toEqual([{ id: 2 }]);
});

test('a file that fails is named with its line, and nothing of it stays', async () => {
  const shop = await source({
    ...FIRST,
    '0002-break-things.sql': 'create table half (id int);\n\nselect nonsense;\n',
  });
  await expect(run(shop)).rejects.toThrow(
    'shop/0002-break-things.sql line 3 failed and nothing of it was applied: column "nonsense" does not exist',
  );
  expect(await rows(`select to_regclass('half') as half, to_regclass('things')::text as things`)).toEqual([
    { half: null, things: 'things' },
  ]);
});

test('a file changed after it was applied is refused by name, and its line ends do not count', async () => {
  const written = 'create table things (\n  id int primary key\n);\n';
  const shop = await source({ '0001-create-things.sql': written });
  await run(shop);
  await source({ '0001-create-things.sql': written.replaceAll('\n', '\r\n') });
  expect(await run(shop)).toEqual([]);
  await source({ '0001-create-things.sql': written.replace('int', 'bigint') });
  await expect(run(shop)).rejects.toThrow(
    /shop\/0001-create-things\.sql was changed after it had been applied\. Restore it/,
  );
});

test('a renamed file and a database newer than the program are refused by name', async () => {
  const shop = await source({ ...FIRST, ...SECOND });
  await run(shop);
  const folder = path.join(root, 'shop');
  await rename(path.join(folder, '0002-add-name.sql'), path.join(folder, '0002-add-title.sql'));
  await expect(run(shop)).rejects.toThrow(
    /0002-add-title\.sql was changed .*it was called 0002-add-name\.sql then/,
  );
  await rm(path.join(folder, '0002-add-title.sql'));
  await expect(run(shop)).rejects.toThrow(
    /this database has shop\/0002-add-name\.sql.*older than the database/i,
  );
});

test('a hole, a number given twice and a bad name are refused by name', async () => {
  await expect(run(await source(SECOND, 'hole'))).rejects.toThrow(
    /hole\/0002-add-name\.sql stands where number 0001/,
  );
  const twice = await source({ '0001-create-a.sql': '', '0001-create-b.sql': '' }, 'twice');
  await expect(run(twice)).rejects.toThrow(/twice\/0001-create-b\.sql stands where number 0002 should/);
  await expect(run(await source({ '1-things.sql': '' }, 'bad'))).rejects.toThrow(
    /bad\/1-things\.sql is not called/,
  );
});

test('a row taken out of the ledger is found instead of applied again', async () => {
  const shop = await source({ ...FIRST, ...SECOND });
  await run(shop);
  await rows(`delete from seaworthy.migrations where number = 1`);
  await expect(run(shop)).rejects.toThrow(
    /shop\/0001-create-things\.sql has not been applied although 0002-add-name/,
  );
});

test('a file that ends its own transaction is refused', async () => {
  const shop = await source({ '0001-commit-things.sql': 'create table things (id int); commit; select 1;' });
  await expect(run(shop)).rejects.toThrow(
    /0001-commit-things\.sql failed.*take COMMIT or ROLLBACK out of it/,
  );
});

test('what one file sets for its session does not reach the next', async () => {
  const shop = await source({
    '0001-set-path.sql': `set search_path = pg_temp; set statement_timeout = '1ms';`,
    '0002-create-things.sql': 'select pg_sleep(0.01); create table things (id int);',
  });
  await run(shop);
  expect(await rows(`select to_regclass('public.things')::text as things`)).toEqual([{ things: 'things' }]);
});

test('waiting for another migrator is bounded', async () => {
  const shop = await source(FIRST);
  await owner.db.connection().execute(async (one) => {
    await sql`select pg_advisory_lock(8315159452608263272)`.execute(one);
    const waiting = migrate({ ownerUrl: database.ownerUrl, sources: [shop], lockWaitMs: 100 });
    await expect(waiting).rejects.toThrow(/has been running for more than 100 ms/);
    await sql`select pg_advisory_unlock_all()`.execute(one);
  });
});

test('the application role works on rows of every schema and changes no schema', async () => {
  const shop = await source({
    '0001-create-shop.sql': `create extension if not exists pg_trgm; create schema shop;
      create table shop.cakes (id int generated always as identity, serial_id serial, name text);`,
  });
  await run(shop);
  const app = database.db;
  await rows(`insert into shop.cakes (name) values ('tart')`, app);
  await rows(`update shop.cakes set name = 'pie'`, app);
  expect(await rows('select name, show_trgm(name) is not null as trigrams from shop.cakes', app)).toEqual([
    { name: 'pie', trigrams: true },
  ]);
  await rows('delete from shop.cakes', app);
  for (const forbidden of [
    'create table shop.mine (id int)',
    'create table public.mine (id int)',
    'create schema mine',
    'alter table shop.cakes add column x int',
    'truncate shop.cakes',
    'drop table shop.cakes',
    `update seaworthy.migrations set checksum = ''`,
    'create extension citext',
  ]) {
    await expect(rows(forbidden, app), forbidden).rejects.toMatchObject({ code: '42501' });
  }
});

test('a migration may take rights back from the application role, and later runs do not return them', async () => {
  const shop = await source({
    '0001-create-trail.sql': 'create table trail (line text); revoke update, delete on trail from test_app;',
  });
  await run(shop);
  await source({ '0002-create-other.sql': 'create table other (id int);' });
  await run(shop);
  await rows(`insert into trail values ('x')`, database.db);
  await expect(rows('delete from trail', database.db)).rejects.toMatchObject({ code: '42501' });
});

test('an application role that comes later gets its rights on what exists; one that does not exist is refused', async () => {
  const shop = await source({
    '0001-create-shop.sql': 'create schema shop; create table shop.cakes (id serial);',
  });
  await migrate({ ownerUrl: database.ownerUrl, sources: [shop] });
  // The test database was migrated with its role at first: as a stranger it begins without rights here.
  await rows(`alter default privileges revoke all on tables from test_app;
    alter default privileges revoke all on sequences from test_app; alter default privileges revoke all on schemas from test_app;
    revoke all on schema shop from test_app; revoke all on all tables in schema shop from test_app;
    revoke all on all sequences in schema shop from test_app;`);
  await expect(rows('select from shop.cakes', database.db)).rejects.toMatchObject({ code: '42501' });
  await run(shop);
  await rows('insert into shop.cakes default values', database.db);
  await rows('update shop.cakes set id = 2', database.db);
  await rows('delete from shop.cakes', database.db);
  const nobody = migrate({ ownerUrl: database.ownerUrl, sources: [shop], appRole: 'nobody_at_all' });
  await expect(nobody).rejects.toThrow(/role "nobody_at_all" does not exist\. Create it first/);
});

test('a database that cannot be reached is told with place and cure', async () => {
  const unreachable = migrate({ ownerUrl: 'postgres://owner:hunter2@127.0.0.1:1/shop', sources: [] });
  await expect(unreachable).rejects.toThrow(/"shop" at 127\.0\.0\.1:1 \(user owner\) cannot be used/);
  await expect(unreachable).rejects.not.toThrow(/hunter2/);
});

test('the application role sees what is pending, also in a database where nothing was ever applied', async () => {
  const shop = await source({ ...FIRST, ...SECOND });
  const all = [
    { owner: 'shop', number: 1, name: '0001-create-things' },
    { owner: 'shop', number: 2, name: '0002-add-name' },
  ];
  expect(await pendingMigrations(database.db, [shop])).toEqual(all);
  await rows('drop schema seaworthy cascade');
  expect(await pendingMigrations(database.db, [shop])).toEqual(all);
  await run(shop);
  expect(await pendingMigrations(database.db, [shop])).toEqual([]);
});
