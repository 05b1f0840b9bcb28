import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { newRingKey } from '@seaworthy/platform/identity';

/** Kitsu as it is deployed: a front door and API processes. */
export interface RunningSite {
  readonly origin: string;
  /** How often, in all API processes, somebody waited in vain for a database connection. */
  poolTimeouts(): Promise<number>;
  /** The samples of the front door's metric of this name, summed; of those with this label alone where one is named. */
  doorMetric(name: string, label?: string): Promise<number>;
  stop(): Promise<void>;
}

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const WEB = file('products/kitsu/web/main.ts');
const API = file('products/kitsu/api/main.ts');
const SITE = file('products/kitsu/web/');
const READY_WITHIN_MS = 60_000;
/** Making the index of the search takes seconds on two free cores. */
const SEARCH_WITHIN_MS = 120_000;

/** Starts it over a database and waits until it serves, searches from memory too. The site is built when it never was; a change of it is not noticed. */
export async function startSite(o: { databaseUrl: string; processes: number }): Promise<RunningSite> {
  await buildOnce();
  const [webPort = 0, metricsPort = 0, ...apiPorts] = await freePorts(o.processes + 2);
  const apis = apiPorts.map((port) => `http://127.0.0.1:${port}`);
  const common = { KITSU_DATABASE_URL: o.databaseUrl, KITSU_SECRET_KEYS: newRingKey('bench') };
  const children = apiPorts.map((port) => startProcess(API, { ...common, KITSU_API_PORT: String(port) }));
  children.push(
    startProcess(WEB, {
      KITSU_WEB_PORT: String(webPort),
      KITSU_WEB_METRICS_PORT: String(metricsPort),
      KITSU_API_URLS: apis.join(','),
    }),
  );
  const origin = `http://127.0.0.1:${webPort}`;
  const stop = async () => {
    await Promise.all(children.map(end));
  };
  try {
    await Promise.race([untilServing(apis, origin), anyEnd(children)]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    origin,
    stop,
    poolTimeouts: async () => {
      const each = await Promise.all(apis.map((api) => sample(api, 'database_connections_refused')));
      return each.reduce((sum, one) => sum + one, 0);
    },
    doorMetric: (name, label = '') => sample(`http://127.0.0.1:${metricsPort}`, name, label),
  };
}

async function buildOnce(): Promise<void> {
  const isBuilt = await access(`${SITE}.next/BUILD_ID`).then(
    () => true,
    () => false,
  );
  if (isBuilt) return;
  const next = file('node_modules/next/dist/bin/next');
  const [code] = await once(spawn(process.execPath, [next, 'build'], { cwd: SITE, stdio: 'ignore' }), 'exit');
  if (code !== 0) throw new Error('The site could not be built.');
}

function startProcess(entry: string, env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [entry], {
    // What a server logs is part of its work, so it is written, to where nobody reads it.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, SEAWORTHY_MODE: 'demo', ...env },
  });
}

/** Rejects when one of them ends by itself. */
async function anyEnd(children: readonly ChildProcess[]): Promise<never> {
  const [code] = await Promise.race(children.map((child) => once(child, 'exit')));
  throw new Error(`A process of the site ended with code ${code}.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function untilServing(apis: readonly string[], origin: string): Promise<void> {
  for (const one of [...apis, origin]) {
    const answers = () => fetch(`${one}/health/ready`).then(({ ok }) => ok);
    await until(answers, READY_WITHIN_MS, `${one} does not become ready.`);
  }
  for (const api of apis) {
    const isMade = async () => (await sample(api, 'search_index_build_seconds')) > 0;
    await until(isMade, SEARCH_WITHIN_MS, `${api} does not make its index of the search.`);
  }
}

async function until(condition: () => Promise<boolean>, withinMs: number, otherwise: string): Promise<void> {
  const deadlineMs = performance.now() + withinMs;
  while (!(await condition().catch(() => false))) {
    if (performance.now() > deadlineMs) throw new Error(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function sample(origin: string, name: string, label = ''): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const values = text
    .split('\n')
    .filter((line) => (line.startsWith(`${name}{`) || line.startsWith(`${name} `)) && line.includes(label))
    .map((line) => Number(line.slice(line.lastIndexOf(' '))));
  if (values.length === 0) throw new Error(`${origin} has no metric ${name}.`);
  return values.reduce((sum, value) => sum + value, 0);
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  for (const server of servers) server.close();
  return ports;
}
