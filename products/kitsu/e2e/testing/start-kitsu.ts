import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the started Kitsu is. */
    origin: string;
    /** The accounts that it made to be tried out with: the name of the role, address and password. */
    logIns: readonly { readonly title: string; readonly email: string; readonly password: string }[];
  }
}

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
/** A first start builds the site; that takes most of it on a small machine. */
const START_MAX_MS = 240_000;

/** Starts Kitsu for the journeys as a person would, with `npm start`, on free ports and with a data directory of its own. */
export default async function startKitsu(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'seaworthy-e2e-'));
  const [webPort, apiPort, workerPort] = await freePorts();
  const child = spawn(process.execPath, ['tooling/start/main.ts', 'kitsu', '--processes', '2'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      KITSU_WEB_PORT: String(webPort),
      KITSU_API_PORT: String(apiPort),
      KITSU_WORKER_PORT: String(workerPort),
      SEAWORTHY_DATA_DIR: dataDir,
    },
  });
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const ended = once(child, 'exit');
  const origin = `http://127.0.0.1:${webPort}`;
  try {
    await untilItAnswers(origin, () => child.exitCode === null && child.signalCode === null);
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`Kitsu did not start for the journeys:\n${said}`, { cause: error });
  }
  project.provide('origin', origin);
  project.provide('logIns', JSON.parse(await readFile(join(dataDir, 'kitsu-demo-accounts.json'), 'utf8')));
  return async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
}

async function untilItAnswers(origin: string, isAlive: () => boolean): Promise<void> {
  const deadlineMs = performance.now() + START_MAX_MS;
  for (;;) {
    const answers = await fetch(origin).then(
      (response) => response.ok,
      () => false,
    );
    if (answers) return;
    if (!isAlive()) throw new Error('it ended');
    if (performance.now() > deadlineMs) throw new Error('it took too long');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A port for the site, one for the API whose neighbour is free for the second process, and one for the worker. */
async function freePorts(): Promise<[number, number, number]> {
  for (;;) {
    const servers = [createServer(), createServer(), createServer(), createServer()];
    try {
      const web = await listen(servers[0], 0);
      const api = await listen(servers[1], 0);
      await listen(servers[2], api + 1);
      return [web, api, await listen(servers[3], 0)];
    } catch {
      // The neighbour was taken: another try.
    } finally {
      for (const server of servers) server.close();
    }
  }
}

async function listen(server: ReturnType<typeof createServer> | undefined, port: number): Promise<number> {
  if (server === undefined) throw new Error('No server to listen.');
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
