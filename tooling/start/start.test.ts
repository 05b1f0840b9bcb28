import { once } from 'node:events';
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { attachEmbeddedPostgres } from '@seaworthy/platform/postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Installation, install, type Start } from './testing/installation.ts';
import { alive, aliveAbout } from './testing/process-table.ts';

// Each test starts a dozen processes; on a machine that runs all tests at once that takes its time.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

/** One installation whose story the tests tell in order: first start, second start, what can go wrong. */
let here: Installation;
const starts: Start[] = [];

beforeAll(async () => {
  here = await install();
});

afterAll(async () => {
  for (const start of starts) start.process.kill('SIGKILL');
  await Promise.all(starts.map((start) => start.ended));
  await vi.waitFor(() => expect(aliveAbout(here.root)).toEqual([]), { timeout: 8_000 });
  here.remove();
});

function start(args: readonly string[], env?: Readonly<Record<string, string>>): Start {
  const started = here.start(args, env);
  starts.push(started);
  return started;
}

async function visit(port = here.webPort): Promise<{ pid: number; visits: number }> {
  return (await (await fetch(`http://127.0.0.1:${port}/visits`)).json()) as { pid: number; visits: number };
}

/** None of the processes runs, none that has to do with the installation, and its ports are free. */
async function expectNothingLeft(pids: readonly number[] = []): Promise<void> {
  const left = () => [...alive(pids), ...aliveAbout(here.root)];
  await vi.waitFor(() => expect(left()).toEqual([]), { timeout: 8_000, interval: 50 });
  for (const port of [here.webPort, here.apiPort, here.apiPort + 1, here.workerPort]) {
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed');
  }
}

test('a first start serves with the number of processes asked for, and SIGTERM ends all of them', async () => {
  const first = start(['harbour', '--processes', '2', '--workers', '3']);
  await first.said('Everything runs');
  expect(first.text()).toMatch(/Demo log-ins +pilot@demo.test {2}made for this folder/);
  const workers = await Promise.all([0, 1, 2].map((index) => visit(here.workerPort + index)));
  expect(new Set(workers.map(({ pid }) => pid)).size).toBe(3);
  const [one, two] = [await visit(here.apiPort), await visit(here.apiPort + 1)];
  expect(one.pid).not.toBe(two.pid);
  expect((await visit()).visits).toBeGreaterThan(two.visits);
  const pids = first.below();
  expect(pids).toEqual(expect.arrayContaining([one.pid, two.pid, ...workers.map(({ pid }) => pid)]));

  first.process.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  await expectNothingLeft(pids);
});

test('a second start finds the data and the pages, keeps others out, and heals a crash', async () => {
  const second = start([], { HARBOUR_MARK: 'second' });
  await second.said('Everything runs');
  expect(second.text()).toContain('built before, nothing changed');
  expect(readFileSync(join(here.root, 'products/harbour/built/builds.txt'), 'utf8')).toBe('built\n');
  const before = await visit();
  expect(before.visits).toBeGreaterThan(4);

  const sameData = start([], {
    HARBOUR_WEB_PORT: String(here.webPort + 5),
    HARBOUR_API_PORT: String(here.apiPort + 5),
  });
  expect(await sameData.ended).toBe(75);
  expect(sameData.text()).toContain('is in use by process');
  expect(sameData.text()).not.toContain('serves');

  const samePorts = start([]);
  expect(await samePorts.ended).toBe(69);
  expect(samePorts.text()).toContain(`Port ${here.webPort} is taken (`);
  expect(samePorts.text()).toContain('Set HARBOUR_WEB_PORT to another one');
  expect(samePorts.text()).not.toContain('Database');

  await expect(fetch(`http://127.0.0.1:${here.apiPort}/crash`)).rejects.toThrow('fetch failed');
  await second.said('harbour-api-0 is back.');
  expect(second.text()).toContain('hit a rock');
  const after = await visit(here.apiPort);
  expect(after.pid).not.toBe(before.pid);
  expect(after.visits).toBe(before.visits + 1);

  const pids = second.below();
  second.process.kill('SIGKILL');
  expect(await second.ended).toBe('SIGKILL');
  await expectNothingLeft(pids);
});

test('after a kill a start works; beside it one on an external database, which one Ctrl-C, however often it arrives, ends', async () => {
  const host = start([]);
  await host.said('Everything runs');
  const running = await attachEmbeddedPostgres({ dataDir: join(here.root, '.data/postgres') });
  const urls = running?.database('harbour');
  const guest = start([], {
    HARBOUR_WEB_PORT: String(here.webPort + 5),
    HARBOUR_API_PORT: String(here.apiPort + 5),
    HARBOUR_DATABASE_URL: urls?.appUrl ?? '',
    HARBOUR_OWNER_DATABASE_URL: urls?.ownerUrl ?? '',
    SEAWORTHY_DATA_DIR: join(here.root, '.other-data'),
  });
  await guest.said('Everything runs');
  expect(guest.text()).not.toContain('Database');
  // A database that somebody named may be a real one.
  expect(guest.text()).not.toContain('Demo log-ins');
  const [first, second] = [await visit(here.webPort + 5), await visit()];
  expect(second.visits).toBe(first.visits + 1);
  for (let times = 0; times < 3; times += 1) guest.process.kill('SIGINT');
  expect(await guest.ended).toBe(0);

  const servers = aliveAbout(join(here.root, '.data/postgres/cluster'));
  process.kill(servers.at(-1) ?? 0, 'SIGKILL');
  expect(await host.ended).toBe(69);
  expect(host.text()).toContain('The embedded database ended by itself.');
  await expectNothingLeft();
});

test('a process that says its settings are wrong is shown once and ends the start with 78', async () => {
  const broken = start([], { HARBOUR_BERTHS: 'many' });
  await broken.said('Database: PostgreSQL');
  const pids = broken.below();
  expect(await broken.ended).toBe(78);
  expect(broken.text()).toContain('HARBOUR_BERTHS: must be a number');
  expect(broken.text()).toContain('Harbour API: failed');
  expect(broken.text()).toContain('Harbour site: given up');
  expect(broken.text()).not.toContain('Starting it again');
  await expectNothingLeft(pids);
});

test('a build that fails shows what it said and ends everything', async () => {
  const source = join(here.root, 'products/harbour/web.ts');
  appendFileSync(source, '\n');
  const failing = start([], { HARBOUR_BUILD: 'fails' });
  expect(await failing.ended).toBe(70);
  expect(failing.text()).toContain('The pages of Harbour could not be built');
  expect(failing.text()).toContain('the planks do not fit');
  await expectNothingLeft();
});

test('Ctrl-C during the build ends the build and the start with 130', async () => {
  const interrupted = start([], { HARBOUR_BUILD: 'hangs' });
  await interrupted.said('Harbour data: ');
  const pids = interrupted.below();
  expect(pids.length).toBeGreaterThan(2);
  interrupted.process.kill('SIGINT');
  expect(await interrupted.ended).toBe(130);
  await expectNothingLeft(pids);
});

test('a failing preparation shows what it said and ends everything', async () => {
  const failing = start([], { HARBOUR_PREPARE: 'fails' });
  expect(await failing.ended).toBe(70);
  expect(failing.text()).toContain('the first visits sank');
});

test('pools that the server cannot hold stop the start before any process', async () => {
  const greedy = start(['--processes', '2'], { HARBOUR_POOL_MAX: '80' });
  expect(await greedy.ended).toBe(69);
  expect(greedy.text()).toContain('may open 175 database connections');
  expect(greedy.text()).not.toContain('Harbour API');
});

test('an unknown product is answered with the choices', async () => {
  const unknown = start(['nosuch']);
  expect(await unknown.ended).toBe(2);
  expect(unknown.text()).toContain('There is no product "nosuch".');
  expect(unknown.text()).toContain('harbour   Counts who comes by.');
});

test('all wrong settings are told at once, before anything is started', async () => {
  const wrong = start([], { HARBOUR_WEB_PORT: 'door', HARBOUR_DATABASE_URL: 'mysql://somewhere' });
  expect(await wrong.ended).toBe(78);
  expect(wrong.text()).toContain('HARBOUR_WEB_PORT');
  expect(wrong.text()).toContain('HARBOUR_DATABASE_URL');
  expect(wrong.text()).not.toContain('mysql');
});

test('an external database that does not answer is named with the reason', async () => {
  const dead = start([], { HARBOUR_DATABASE_URL: 'postgres://someone:password@127.0.0.1:1/nothing' });
  expect(await dead.ended).toBe(69);
  expect(dead.text()).toContain(
    'The database of Harbour at 127.0.0.1:1 cannot be used: connect ECONNREFUSED',
  );
  expect(dead.text()).not.toContain('password');
});

test('a data directory that cannot be made is a sentence', async () => {
  const blocked = start([], { SEAWORTHY_DATA_DIR: join(here.root, 'package.json', 'below') });
  expect(await blocked.ended).toBe(73);
  expect(blocked.text()).toContain('Set SEAWORTHY_DATA_DIR to a folder this user may write to.');
});

test('a port held by a stranger stops the start before the database', async () => {
  const stranger = createServer().listen(here.apiPort + 1, '127.0.0.1');
  await once(stranger, 'listening');
  const blocked = start(['--processes', '2']);
  expect(await blocked.ended).toBe(69);
  stranger.close();
  expect(blocked.text()).toContain(`Port ${here.apiPort + 1} is taken (`);
  expect(blocked.text()).toContain('HARBOUR_API_PORT');
  expect(blocked.text()).not.toContain('Database');
});
