import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataDirError } from './data-dir-error.ts';
import { bind, choosePort, rememberPort } from './free-port.ts';
import type { KeeperOrder } from './keeper.ts';
import { type Postmaster, readPostmaster } from './postmaster-file.ts';
import type { RunAs } from './run-as.ts';
import { serverCommand } from './server-command.ts';

/** What is to run. */
export interface LaunchOptions {
  readonly dataDir: string;
  readonly cluster: string;
  readonly runAs: RunAs;
  readonly durable: boolean;
  readonly port?: number;
}

/** A server that accepts connections, and its keeper. */
export interface Launched {
  readonly keeper: ChildProcess;
  readonly postmaster: Postmaster;
}

/** Recovery after a crash may take long; a server that cannot go on ends by itself. */
const START_MS = 120_000;
const ATTEMPTS_MAX = 5;
const RETRY_MS = 400;
const LOG_BYTES_MAX = 10_000_000;
/** What the server says when its predecessor was killed and a backend of that one is not quite gone yet. */
const PREDECESSOR_LINGERS = /pre-existing shared memory block .* is still in use/;

/**
 * Starts keeper and server, and waits until connections are accepted. A port that was lost in between is replaced.
 *
 * @throws DataDirError with the end of the server's log when it does not come up.
 */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const { dataDir, cluster, durable } = options;
  for (let attempt = 1; ; attempt += 1) {
    const port = await wantedPort(dataDir, options.port);
    const order: KeeperOrder = {
      command: serverCommand(options.runAs, { cluster, port, durable }),
      uid: options.runAs.uid,
      gid: options.runAs.gid,
      remove: durable ? undefined : dataDir,
    };
    const keeper = await spawnKeeper(order, dataDir);
    const postmaster = await becameReady(keeper, cluster);
    if (postmaster !== undefined) {
      await rememberPort(dataDir, port);
      return { keeper, postmaster };
    }
    const reason = await explainEnd(dataDir);
    const passing = PREDECESSOR_LINGERS.test(reason) || (await bind(port)) === undefined;
    if (!passing || attempt === ATTEMPTS_MAX) throw new DataDirError('unusable', reason);
    await sleep(RETRY_MS);
  }
}

/** A sentence with the last lines of the server's log, which tell a person more than an exit code. */
export async function explainEnd(dataDir: string): Promise<string> {
  const text = await readFile(logFile(dataDir), 'utf8').catch(() => '');
  const tail = text.trimEnd().split('\n').slice(-8).join('\n  ');
  return `The embedded database ended by itself. The end of its log (${logFile(dataDir)}):\n  ${tail || '(empty)'}`;
}

function logFile(dataDir: string): string {
  return path.join(dataDir, 'postgres.log');
}

async function wantedPort(dataDir: string, port: number | undefined): Promise<number> {
  if (port === undefined) return choosePort(dataDir);
  if ((await bind(port)) === port) return port;
  throw new DataDirError(
    'in_use',
    `Port ${port} is taken on this machine, and the embedded database was told to use it.`,
  );
}

async function spawnKeeper(order: KeeperOrder, dataDir: string): Promise<ChildProcess> {
  const size = await stat(logFile(dataDir)).then(
    (found) => found.size,
    () => 0,
  );
  const log = await open(logFile(dataDir), size > LOG_BYTES_MAX ? 'w' : 'a', 0o600);
  const program = path.join(import.meta.dirname, 'keeper.ts');
  const keeper = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ['pipe', 'ignore', log.fd],
    detached: true,
    cwd: dataDir,
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  });
  await log.close();
  keeper.stdin?.on('error', () => {}); // The pipe breaks when the keeper ends first; its exit is what we go by.
  return keeper;
}

/** The server once it accepts connections; undefined when the keeper ended before. */
async function becameReady(keeper: ChildProcess, cluster: string): Promise<Postmaster | undefined> {
  const deadline = Date.now() + START_MS;
  while (keeper.exitCode === null && keeper.signalCode === null) {
    const postmaster = await readPostmaster(cluster);
    if (postmaster?.ready) return postmaster;
    if (Date.now() > deadline) {
      keeper.stdin?.end();
      await once(keeper, 'exit');
      return undefined;
    }
    await sleep(10);
  }
  return undefined;
}
