import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { descendants } from './process-table.ts';

/** A copy of the fixture in a folder of its own, with twenty ports that were free a moment ago, from `webPort` on. */
export interface Installation {
  readonly root: string;
  readonly webPort: number;
  readonly apiPort: number;
  readonly workerPort: number;
  start(args: readonly string[], env?: Readonly<Record<string, string>>): Start;
  remove(): void;
}

/** One run of the starter. */
export interface Start {
  readonly process: ChildProcess;
  /** Everything it printed so far. */
  text(): string;
  /** Resolves when it printed something that contains `text`. */
  said(text: string): Promise<void>;
  /** Resolves with the exit code, or with the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** The processes below it. */
  below(): number[];
}

const here = fileURLToPath(new URL('.', import.meta.url));
const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const SAID_TIMEOUT_MS = 40_000;

/** Makes an installation below the folder for temporary files. */
export async function install(): Promise<Installation> {
  const root = mkdtempSync(join(tmpdir(), 'seaworthy-start-'));
  cpSync(join(here, 'fixture'), root, { recursive: true });
  symlinkSync(modules, join(root, 'node_modules'));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  const webPort = await freePorts();
  const apiPort = webPort + 1;
  // Where nobody says otherwise, workers are as far from the API as by default.
  const workerPort = apiPort + 10;
  return {
    root,
    webPort,
    apiPort,
    workerPort,
    start: (args, env = {}) =>
      run([join(here, 'main.ts'), root, ...args], {
        ...process.env,
        CI: '1',
        HARBOUR_WEB_PORT: String(webPort),
        HARBOUR_API_PORT: String(apiPort),
        SEAWORTHY_DATA_DIR: join(root, '.data'),
        ...env,
      }),
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Start {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const keep = (chunk: Buffer): void => {
    text += chunk;
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return {
    process: child,
    text: () => text,
    said: async (wanted) => {
      const deadline = performance.now() + SAID_TIMEOUT_MS;
      while (!text.includes(wanted)) {
        const over = child.exitCode !== null || child.signalCode !== null || performance.now() > deadline;
        if (over) throw new Error(`It did not say "${wanted}" but:\n${text}`);
        await sleep(20);
      }
    },
    ended: once(child, 'close').then(([code, signal]) => code ?? signal),
    below: () => (child.pid === undefined ? [] : descendants(child.pid)),
  };
}

/**
 * The first of twenty neighbouring ports that are free. Below the range from which the system gives ports to outgoing
 * connections, so that none of them is lost to one before it is used.
 */
async function freePorts(): Promise<number> {
  for (;;) {
    const first = 20_000 + 20 * Math.floor(Math.random() * 600);
    const twenty = Array.from({ length: 20 }, (_, index) => isFree(first + index));
    if ((await Promise.all(twenty)).every((free) => free)) return first;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
