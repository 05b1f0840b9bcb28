import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { embeddedBinaries } from './binaries.ts';
import { claimDataDir } from './claim.ts';
import { DataDirError } from './data-dir-error.ts';
import { bind, choosePort, rememberPort } from './free-port.ts';
import { ADMIN_ROLE, clusterFolder, initialiseCluster, prepareDataDir } from './initialise.ts';
import type { KeeperOrder } from './keeper.ts';
import { clearLeftovers, readPostmaster } from './postmaster-file.ts';
import { ensureProductDatabase, localUrl, type ProductUrls } from './product-database.ts';
import { chooseRunAs, type RunAs } from './run-as.ts';
import { ensurePassword } from './secrets.ts';
import { serverCommand } from './server-command.ts';

/** Where and how the embedded server runs. */
export interface EmbeddedOptions {
  /** A folder that belongs to the embedded server alone; made when it is missing. */
  readonly dataDir: string;
  /** A port that must be had; unset: the one used last, or any free one. */
  readonly port?: number;
  /** For tests: nothing is synced to disk, and the folder is removed when the server ends, however it ends. */
  readonly temporary?: boolean;
  /** Told what is being done, for the progress display. */
  readonly log?: (line: string) => void;
  /** Told when the server ends without having been asked to; the sentence says where its log is. */
  readonly onExit?: (reason: string) => void;
}

/** A running embedded server. */
export interface EmbeddedPostgres {
  readonly port: number;
  /** The server's own process, for those who test what happens when it dies. */
  readonly pid: number;
  /** As the role that may do everything; for tests and maintenance, never for a product. */
  readonly adminUrl: string;
  /** Makes the database and the two roles of a product unless they exist. */
  ensureDatabase(product: string): Promise<ProductUrls>;
  /** Stops the server (open transactions are rolled back) and gives the directory back; again is harmless. */
  stop(): Promise<void>;
}

/** Recovery after a crash may take long; a server that makes no progress ends by itself. */
const START_MS = 120_000;
const BIND_ATTEMPTS_MAX = 3;
const LOG_BYTES_MAX = 10_000_000;

/**
 * Starts a real PostgreSQL from npm, listening on the loopback interface only, with generated passwords. The server
 * is stopped when this process ends, however it ends.
 *
 * @throws DataDirError when the folder cannot be used, is in use, or no server can run on this machine.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(options.dataDir);
  await prepareDataDir(dataDir);
  const release = await claimDataDir(dataDir);
  try {
    return await startClaimed(dataDir, options, release);
  } catch (error) {
    await release();
    throw error;
  }
}

async function startClaimed(
  dataDir: string,
  options: EmbeddedOptions,
  release: () => Promise<void>,
): Promise<EmbeddedPostgres> {
  const cluster = clusterFolder(dataDir);
  const durable = options.temporary !== true;
  await clearLeftovers(cluster);
  const runAs = await chooseRunAs(await embeddedBinaries(), dataDir);
  const adminPassword = await ensurePassword(dataDir, ADMIN_ROLE);
  const made = await initialiseCluster(dataDir, runAs, { adminPassword, durable });
  options.log?.(made ? 'made a new database cluster' : 'found the database cluster');
  const { keeper, port } = await launch(dataDir, runAs, options);
  const ended = once(keeper, 'exit');
  let stopping = false;
  const pid = (await readPostmaster(cluster))?.pid ?? 0;
  const finish = ended.then(async () => {
    if (durable) await release();
    if (!stopping) options.onExit?.(await explainEnd(dataDir));
  });
  const adminUrl = localUrl(port, ADMIN_ROLE, adminPassword, 'postgres');
  return {
    port,
    pid,
    adminUrl,
    ensureDatabase: (product) => ensureProductDatabase(dataDir, port, adminUrl, product),
    stop: async () => {
      stopping = true;
      keeper.stdin?.end();
      await finish;
    },
  };
}

/** Starts keeper and server, and waits until connections are accepted. A port lost in between is replaced. */
async function launch(
  dataDir: string,
  runAs: RunAs,
  options: EmbeddedOptions,
): Promise<{ readonly keeper: ChildProcess; readonly port: number }> {
  const cluster = clusterFolder(dataDir);
  for (let attempt = 1; ; attempt += 1) {
    const port = await wantedPort(dataDir, options.port);
    const keeper = await spawnKeeper({
      command: serverCommand(runAs, { cluster, port, durable: options.temporary !== true }),
      uid: runAs.uid,
      gid: runAs.gid,
      logFile: path.join(dataDir, 'postgres.log'),
      remove: options.temporary === true ? [dataDir] : [],
    });
    if (await becameReady(keeper, cluster)) {
      if (options.temporary !== true) await rememberPort(dataDir, port);
      return { keeper, port };
    }
    const taken = options.temporary !== true && (await bind(port)) === undefined;
    if (!taken || attempt === BIND_ATTEMPTS_MAX)
      throw new DataDirError('unusable', await explainEnd(dataDir));
  }
}

async function wantedPort(dataDir: string, port: number | undefined): Promise<number> {
  if (port === undefined) return choosePort(dataDir);
  if ((await bind(port)) === port) return port;
  throw new DataDirError(
    'in_use',
    `Port ${port} is taken on this machine, and the embedded database was told to use it.`,
  );
}

async function spawnKeeper(order: KeeperOrder): Promise<ChildProcess> {
  const size = await stat(order.logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_BYTES_MAX) await rm(order.logFile);
  const keeper = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'keeper.ts'), JSON.stringify(order)],
    {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      cwd: path.dirname(order.logFile),
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    },
  );
  keeper.stdin?.on('error', () => {}); // The pipe breaks when the keeper ends first; its exit is what we go by.
  return keeper;
}

/** True once connections are accepted; false when the keeper ended before. */
async function becameReady(keeper: ChildProcess, cluster: string): Promise<boolean> {
  const deadline = Date.now() + START_MS;
  while (keeper.exitCode === null && keeper.signalCode === null) {
    if ((await readPostmaster(cluster))?.ready) return true;
    if (Date.now() > deadline) {
      keeper.stdin?.end();
      await once(keeper, 'exit');
      return false;
    }
    await sleep(10);
  }
  return false;
}

/** The last lines of the server's log tell a person more than an exit code. */
async function explainEnd(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'postgres.log');
  const tail = (await lastLines(file)).join('\n  ');
  return `The embedded database ended by itself. The end of its log (${file}):\n  ${tail || '(empty)'}`;
}

async function lastLines(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-8);
}
