import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../testing/index.ts';
import {
  attachEmbeddedPostgres,
  type EmbeddedPostgres,
  openDatabase,
  startEmbeddedPostgres,
} from '../index.ts';
import { processStart } from './process-identity.ts';

// Whole servers are made and started here, on whatever machine this is.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let root: string;
let dataDir: string;
let running: EmbeddedPostgres | undefined;

beforeAll(async () => {
  root = await temporaryFolder('embedded');
  // Nobody but us may enter: what a checkout below /root looks like.
  await chmod(root, 0o700);
  dataDir = path.join(root, 'data');
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

async function gone(pid: number): Promise<void> {
  await vi.waitFor(async () => expect(await processStart(pid)).toBeUndefined(), { timeout: 15_000 });
}

async function rowsOf<Row>(url: string, query: string): Promise<Row[]> {
  const database = openDatabase<unknown>({ url, applicationName: 'test', poolMax: 1 });
  try {
    return (await sql.raw<Row>(query).execute(database.db)).rows;
  } finally {
    await database.close();
  }
}

test('starts below a 0700 folder, with C.UTF-8, passwords and the loopback interface only', async () => {
  running = await startEmbeddedPostgres({ dataDir });
  const [row] = await rowsOf<Record<string, string>>(
    running.adminUrl,
    `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
       d.datlocprovider as provider, d.datlocale as locale, pg_encoding_to_char(d.encoding) as encoding
     from pg_database d where datname = current_database()`,
  );
  expect(row).toEqual({
    addresses: '127.0.0.1',
    sockets: '',
    provider: 'b',
    locale: 'C.UTF-8',
    encoding: 'UTF8',
  });
  const stranger = new URL(running.adminUrl);
  stranger.password = 'guess';
  await expect(rowsOf(stranger.href, 'select 1')).rejects.toThrow(/password authentication failed/);
});

test('the passwords are for the owner of the folder alone', async () => {
  const { mode } = await stat(path.join(dataDir, 'secrets.json'));
  expect(mode & 0o777).toBe(0o600);
});

test('a second start finds the data and the port of the first', async () => {
  running = await startEmbeddedPostgres({ dataDir });
  const first = await running.ensureDatabase('kitsu');
  await rowsOf(first.ownerUrl, 'create table kept as select 7 as n');
  await running.stop();
  running = await startEmbeddedPostgres({ dataDir });
  const second = await running.ensureDatabase('kitsu');
  expect(await rowsOf(second.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
  expect(second).toEqual(first);
});

test('the owner role may add pg_trgm; the application role may not make a table', async () => {
  running = await startEmbeddedPostgres({ dataDir });
  const urls = await running.ensureDatabase('trusted');
  await rowsOf(urls.ownerUrl, 'create extension pg_trgm');
  expect(await rowsOf(urls.appUrl, `select cardinality(show_trgm('進撃')) > 0 as found`)).toEqual([
    { found: true },
  ]);
  await expect(rowsOf(urls.appUrl, 'create table mine (id int)')).rejects.toThrow(/permission denied/);
});

test('databases asked for at once are all made, and no password is lost', async () => {
  running = await startEmbeddedPostgres({ dataDir });
  const server = running;
  const all = await Promise.all(
    ['one', 'two', 'three', 'one'].map((product) => server.ensureDatabase(product)),
  );
  for (const urls of all) {
    expect(await rowsOf(urls.appUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(await rowsOf(urls.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
  }
});

test('the roles of one product do not get into the database of another', async () => {
  running = await startEmbeddedPostgres({ dataDir });
  const mine = await running.ensureDatabase('one');
  await running.ensureDatabase('two');
  for (const url of [mine.appUrl, mine.ownerUrl].map((text) => new URL(text))) {
    url.pathname = '/two';
    await expect(rowsOf(url.href, 'select 1')).rejects.toThrow(/permission denied for database "two"/);
  }
});

test('another process finds the running server, and none once it is stopped', async () => {
  running = await startEmbeddedPostgres({ dataDir });
  const urls = await running.ensureDatabase('kitsu');
  const attached = await attachEmbeddedPostgres({ dataDir });
  expect(attached?.database('kitsu')).toEqual(urls);
  expect(attached?.database('never-made')).toBeUndefined();
  await running.stop();
  expect(await attachEmbeddedPostgres({ dataDir })).toBeUndefined();
  expect(await attachEmbeddedPostgres({ dataDir: path.join(root, 'nowhere') })).toBeUndefined();
});

test('a folder in use by a live process is refused by name', async () => {
  running = await startEmbeddedPostgres({ dataDir });
  const refused = startEmbeddedPostgres({ dataDir });
  await expect(refused).rejects.toThrow(`The data directory ${dataDir} is in use by process ${process.pid}.`);
  await expect(refused).rejects.toMatchObject({ problem: 'in_use', exitCode: 75 });
});

test('the port used last is given up when somebody else has it', async () => {
  running = await startEmbeddedPostgres({ dataDir });
  const { port } = running;
  await running.stop();
  const squatter = createServer().listen(port, '127.0.0.1');
  await once(squatter, 'listening');
  running = await startEmbeddedPostgres({ dataDir });
  expect(running.port).not.toBe(port);
  await running.stop();
  await expect(startEmbeddedPostgres({ dataDir, port })).rejects.toThrow(
    `Port ${port} is taken on this machine`,
  );
  squatter.close();
});

test('a server that crashes is told to the starter, with the end of its log, and starts again', async () => {
  const reasons: string[] = [];
  running = await startEmbeddedPostgres({ dataDir, onExit: (reason) => reasons.push(reason) });
  process.kill(running.pid, 'SIGKILL');
  await vi.waitFor(() => expect(reasons).toHaveLength(1), { timeout: 10_000 });
  expect(reasons[0]).toMatch(/ended by itself.*postgres\.log/);
  running = await startEmbeddedPostgres({ dataDir });
  expect(await rowsOf(running.adminUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
});

test('a stop that was asked for is not told as a crash', async () => {
  const onExit = vi.fn();
  running = await startEmbeddedPostgres({ dataDir, onExit });
  await Promise.all([running.stop(), running.stop()]);
  expect(onExit).not.toHaveBeenCalled();
});

/** A starter of its own: prints the ids of itself, its keeper and its server, and waits to be killed. */
async function starter(folder: string): Promise<{ keeperPid: number; pid: number; kill: () => void }> {
  const program = `
    import { startEmbeddedPostgres } from ${JSON.stringify(path.join(import.meta.dirname, '..', 'index.ts'))};
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(folder)} });
    process.stdout.write(JSON.stringify({ keeperPid: server.keeperPid, pid: server.pid }) + '\\n');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { ...JSON.parse(line), kill: () => child.kill('SIGKILL') };
}

test('killing the starter leaves no orphan, and the folder can be used at once', async () => {
  const killed = await starter(dataDir);
  killed.kill();
  running = await startEmbeddedPostgres({ dataDir });
  await gone(killed.pid);
  await gone(killed.keeperPid);
  expect(await rowsOf(running.adminUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
});

test.runIf(process.platform === 'linux')('killing the keeper ends the server as well', async () => {
  const reasons: string[] = [];
  running = await startEmbeddedPostgres({ dataDir, onExit: (reason) => reasons.push(reason) });
  process.kill(running.keeperPid, 'SIGKILL');
  await gone(running.pid);
  await vi.waitFor(() => expect(reasons).toHaveLength(1));
});

test('what a crash during the making left behind is cleared away, and a stale postmaster.pid is no obstacle', async () => {
  const folder = path.join(root, 'half');
  await mkdir(path.join(folder, 'initialising-99', 'cluster'), { recursive: true });
  await writeFile(path.join(folder, 'initialising-99', 'cluster', 'PG_VERSION'), '18\n');
  running = await startEmbeddedPostgres({ dataDir: folder });
  await running.stop();
  // The id of a live process that is no server: what a reused process id looks like.
  await writeFile(
    path.join(folder, 'cluster', 'postmaster.pid'),
    `${process.pid}\n${folder}\n0\n1\n\n127.0.0.1\n\nready\n`,
  );
  expect(await attachEmbeddedPostgres({ dataDir: folder })).toBeUndefined();
  running = await startEmbeddedPostgres({ dataDir: folder });
  expect(await rowsOf(running.adminUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
  await expect(stat(path.join(folder, 'initialising-99'))).rejects.toThrow(/ENOENT/);
});

test('a cluster of another PostgreSQL is refused with what to do', async () => {
  const folder = path.join(root, 'old');
  await mkdir(path.join(folder, 'cluster'), { recursive: true });
  await writeFile(path.join(folder, 'cluster', 'PG_VERSION'), '16\n');
  const refused = startEmbeddedPostgres({ dataDir: folder });
  await expect(refused).rejects.toThrow(
    /was made by PostgreSQL 16, and this program brings PostgreSQL 18\. Take a backup/,
  );
});

test('a cluster whose passwords are lost is refused instead of being given new ones', async () => {
  const folder = path.join(root, 'lost');
  await mkdir(path.join(folder, 'cluster'), { recursive: true });
  await writeFile(path.join(folder, 'cluster', 'PG_VERSION'), '18\n');
  await expect(startEmbeddedPostgres({ dataDir: folder })).rejects.toThrow(
    /no secrets\.json with its passwords/,
  );
  await expect(readFile(path.join(folder, 'secrets.json'))).rejects.toThrow(/ENOENT/);
});

test('a place that cannot be written to is refused with what to do', async () => {
  const file = path.join(root, 'a-file');
  await writeFile(file, '');
  const refused = startEmbeddedPostgres({ dataDir: path.join(file, 'below') });
  await expect(refused).rejects.toThrow(/cannot be written to.*set SEAWORTHY_DATA_DIR to another folder/);
});

test('a temporary server leaves nothing behind, also when its starter is told to go', async () => {
  const folder = path.join(root, 'temporary');
  const server = await startEmbeddedPostgres({ dataDir: folder, temporary: true });
  await server.stop();
  await expect(stat(folder)).rejects.toThrow(/ENOENT/);
});
