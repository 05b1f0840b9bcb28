import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pendingMigrations } from '@seaworthy/platform/postgres';
import { temporaryFolder, testDatabase } from '@seaworthy/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { manifest } from '../product.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

let database: Awaited<ReturnType<typeof testDatabase>>;
let folder: string;
beforeAll(async () => {
  // Nothing is migrated yet.
  database = await testDatabase({ sources: [] });
  folder = await temporaryFolder('kitsu-cli');
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.close();
});

test('a command that is not known, or lacks its file, exits with 2 and lists the commands', async () => {
  for (const args of [['nosuch'], ['import'], ['import', 'dataset'], ['seed', 'demo', '--unknown']]) {
    const { code, stderr } = await kitsu(args);
    expect(code, args.join(' ')).toBe(2);
    expect(stderr).toContain('npm run kitsu -- import dataset FILE');
  }
});

test('migrate brings an empty database up to date, and says so when there is nothing to do', async () => {
  expect(await kitsu(['doctor'])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^WRONG {2}The database lacks \d+ migrations\. Run: npm run kitsu -- migrate\n$/,
    ),
  });
  expect(await pendingMigrations(database.db, manifest.migrationSources)).not.toEqual([]);
  expect((await kitsu(['migrate'])).stdout).toMatch(
    /Applied: .*0001-create-accounts.*0001-create-jobs.*0001-create-titles/,
  );
  expect(await pendingMigrations(database.db, manifest.migrationSources)).toEqual([]);
  expect((await kitsu(['migrate'])).stdout).toContain('up to date');
  const { code, stdout } = await kitsu(['doctor']);
  expect([code, stdout.match(/^ok /gm)?.length]).toEqual([0, 5]);
}, 30_000);

test('a file that does not exist is a sentence and exit code 1', async () => {
  const { code, stderr } = await kitsu(['import', 'dataset', 'nowhere.json']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^There is no file .*nowhere\.json\.\n$/);
});

test('an import tells what it did, and a file is looked for where the person stands', async () => {
  const rows = [1, 2].map((id) => ({
    sources: [`https://myanimelist.net/anime/${id}`],
    title: `Harbour ${id}`,
    type: 'TV',
    episodes: 12,
    status: 'FINISHED',
    animeSeason: { season: 'SPRING', year: 2001 },
    synonyms: [],
    relatedAnime: [],
    tags: [],
  }));
  await writeFile(join(folder, 'small.json'), JSON.stringify({ lastUpdate: '2026-01-02', data: rows }));
  expect((await kitsu(['import', 'dataset', 'small.json'])).stdout).toMatch(
    /2 created[\s\S]*Search is ready/,
  );
  expect((await kitsu(['import', 'dataset', 'small.json'])).stdout).toContain('Nothing new');
});

test('the jobs an import leaves are listed, shown, cancelled and replayed; what cannot be is a sentence', async () => {
  const listed = await kitsu(['jobs', 'list']);
  expect(listed.stdout).toMatch(/^job +state +task +attempts/);
  const id = /^(\d+) +waiting +franchises\.refresh/m.exec(listed.stdout)?.[1] ?? '';
  expect((await kitsu(['jobs', 'show', id])).stdout).toMatch(
    /^Job \d+\n {2}state +waiting\n {2}task +franchises\.refresh \(queue catalogue\)/,
  );
  expect(await kitsu(['jobs', 'replay', id])).toMatchObject({
    code: 1,
    stderr: `Job ${id} is waiting: only dead and cancelled jobs are replayed.\n`,
  });
  expect((await kitsu(['jobs', 'cancel', id])).stdout).toBe(`Job ${id} is cancelled.\n`);
  expect((await kitsu(['jobs', 'list'])).stdout).toBe('There are no unfinished jobs.\n');
  expect((await kitsu(['jobs', 'list', '--state', 'cancelled'])).stdout).toContain(`${id} `);
  expect((await kitsu(['jobs', 'replay', id])).stdout).toContain('waits again');
  expect(await kitsu(['jobs', 'show', '4711'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is no job 4711.'),
  });
  for (const args of [
    ['jobs', 'show', 'first'],
    ['jobs', 'list', '--state', 'asleep'],
  ]) {
    expect((await kitsu(args)).code, args.join(' ')).toBe(2);
  }
}, 60_000);

test('what is done by the clock is listed, and done at once when asked', async () => {
  expect((await kitsu(['schedules', 'list'])).stdout).toMatch(
    /^accounts\.purge +17 4 \* \* \* UTC +when a worker has started +never/m,
  );
  expect((await kitsu(['schedules', 'run', 'accounts.purge'])).stdout).toMatch(/^Job \d+ does it\./);
  expect(await kitsu(['schedules', 'pause', 'accounts.purge'])).toMatchObject({
    code: 1,
    stderr: 'No worker has made accounts.purge known yet: start one.\n',
  });
}, 60_000);

test('the audit trail tells what commands did, and says whether it is whole', async () => {
  // The jobs of the test before; the one that could not be replayed left no trace.
  const ofJobs = (await kitsu(['audit', 'list', '--action', 'job.'])).stdout;
  expect(ofJobs.match(/job\.\w+/g)).toEqual(['job.replay', 'job.cancel']);
  expect((await kitsu(['audit', 'list', '--action', 'catalogue.import'])).stdout).toMatch(
    /catalogue\.import {2}import_run \d+ {2}by operator\n[\s\S]*file: null → "small\.json"/,
  );
  await kitsu(['users', 'create', 'new@example.org', '--role', 'editor']);
  const listed = await kitsu(['audit', 'list', '--action', 'role.']);
  expect(listed.stdout).toMatch(
    /^\d+ {2}\S+Z {2}role\.grant {2}account \S+ {2}by operator\n +roles: \[\] → \["editor"\]/,
  );
  expect((await kitsu(['audit', 'list', '--actor', 'parser'])).stdout).toContain('has no such entry');
  expect((await kitsu(['audit', 'verify'])).stdout).toMatch(/whole: 0 entries sealed, \d+ wait/);
  expect(await kitsu(['audit', 'verify', '--head', `1:${'0'.repeat(64)}`])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /broken at position 1: the chain once went on to position 1: its end was cut off/,
    ),
  });
  expect((await kitsu(['audit', 'verify', '--head', 'x'])).code).toBe(2);
  const asOwner = await kitsu(['doctor'], { KITSU_DATABASE_URL: database.ownerUrl });
  expect(asOwner.stderr).toContain('WRONG  The application owns the audit trail');
}, 60_000);

async function kitsu(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      INIT_CWD: folder,
      KITSU_DATABASE_URL: database.url,
      KITSU_OWNER_DATABASE_URL: database.ownerUrl,
      ...env,
    },
  });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', (chunk) => {
      said[stream] += chunk;
    });
  }
  const [code] = await once(child, 'close');
  return { code, ...said };
}
