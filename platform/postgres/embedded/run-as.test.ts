import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, lchown, mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../testing/index.ts';
import { startEmbeddedPostgres } from '../index.ts';
import { readAccounts, unprivileged } from './accounts.ts';
import { embeddedBinaries } from './binaries.ts';
import { initialiseCluster } from './initialise.ts';
import { launch } from './launch.ts';
import { asOther } from './run-as.ts';

const run = promisify(execFile);
const accounts = unprivileged(await readAccounts());
const stranger = accounts.at(-1) ?? { name: 'nobody', uid: 65_534, gid: 65_534 };
// Below a 0700 folder no ordinary user can run this checkout, so there is nothing to try.
const readable = await strangersMayReadUs();

// Whole servers are made and started here, on whatever machine this is.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let root: string;

beforeEach(async () => {
  root = await temporaryFolder('run-as');
  await chmod(root, 0o755);
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function ownerOfProcess(pid: number): Promise<number> {
  return (await stat(`/proc/${pid}`)).uid;
}

async function giveAway(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    await lchown(path.join(folder, name), stranger.uid, stranger.gid);
  }
  await chown(folder, stranger.uid, stranger.gid);
}

/** What a start does where user namespaces are not allowed. */
async function startAsOther(binaries: string, dataDir: string): Promise<void> {
  const cluster = path.join(dataDir, 'cluster');
  const runAs = await asOther(stranger, binaries, dataDir);
  await initialiseCluster(dataDir, runAs, { adminPassword: 'x', durable: false });
  const { keeper, postmaster } = await launch({ dataDir, cluster, runAs, durable: true });
  const owner = await ownerOfProcess(postmaster.pid);
  keeper.stdin?.end();
  await once(keeper, 'exit');
  expect(owner).toBe(stranger.uid);
}

describe.runIf(process.platform === 'linux' && process.getuid?.() === 0)('started as root', () => {
  test('where namespaces are not allowed the server runs as an unprivileged user', async () => {
    await startAsOther(await embeddedBinaries(), root);
  });

  test('binaries out of that user’s reach are copied, once, to where it can reach them', async () => {
    const hidden = path.join(root, 'hidden', 'package');
    const dataDir = path.join(root, 'data');
    await mkdir(path.join(root, 'hidden'), { mode: 0o700 });
    await mkdir(dataDir);
    await cp(path.dirname(await embeddedBinaries()), hidden, { recursive: true, verbatimSymlinks: true });
    await startAsOther(path.join(hidden, 'native'), dataDir);
    const [copied] = (await readdir(dataDir)).filter((name) => name.startsWith('binaries-'));
    const before = await stat(path.join(dataDir, copied ?? ''));
    await startAsOther(path.join(hidden, 'native'), dataDir);
    expect((await stat(path.join(dataDir, copied ?? ''))).ctimeMs).toBe(before.ctimeMs);
  });

  test('a data directory out of that user’s reach is refused with what to do', async () => {
    const dataDir = path.join(root, 'closed', 'data');
    await mkdir(dataDir, { recursive: true });
    await chmod(path.join(root, 'closed'), 0o700);
    const refused = asOther(stranger, await embeddedBinaries(), dataDir);
    await expect(refused).rejects.toThrow(
      `the user "${stranger.name}" it would run as cannot reach ${dataDir}. Set`,
    );
  });

  test('a cluster that another user made is run as that user', async () => {
    const dataDir = path.join(root, 'data');
    await (await startEmbeddedPostgres({ dataDir })).stop();
    await giveAway(path.join(dataDir, 'cluster'));
    const server = await startEmbeddedPostgres({ dataDir });
    const owner = await ownerOfProcess(server.pid);
    await server.stop();
    expect(owner).toBe(stranger.uid);
  });

  test.runIf(readable)('an ordinary user starts it plainly', async () => {
    expect(await startAsUser(stranger.uid, stranger.gid)).toMatch(/^stopped/);
  });

  test.runIf(readable)('a user without a name in /etc/passwd borrows one', async () => {
    expect(await startAsUser(54_321, 54_321)).toMatch(/^stopped/);
  });
});

/** Starts and stops a server in a process of that user; what the process says. */
async function startAsUser(uid: number, gid: number): Promise<string> {
  const dataDir = path.join(root, 'own');
  await mkdir(dataDir);
  await chown(dataDir, uid, gid);
  const program = `
    import { startEmbeddedPostgres } from ${JSON.stringify(path.join(import.meta.dirname, '..', 'index.ts'))};
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    await server.ensureDatabase('kitsu');
    await server.stop();
    process.stdout.write('stopped');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    uid,
    gid,
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: '/',
  });
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return said || complained;
}

async function strangersMayReadUs(): Promise<boolean> {
  if (process.getuid?.() !== 0) return false;
  return run(
    process.execPath,
    ['-e', `require('fs').readFileSync(${JSON.stringify(import.meta.filename)})`],
    {
      uid: stranger.uid,
      gid: stranger.gid,
      cwd: '/',
    },
  ).then(
    () => true,
    () => false,
  );
}
