import { once } from 'node:events';
import { realpath, rm } from 'node:fs/promises';
import { embeddedBinaries } from './binaries.ts';
import { claimDataDir, type Release } from './claim.ts';
import { DataDirError } from './data-dir-error.ts';
import { ADMIN_ROLE, clusterExists, clusterFolder, initialiseCluster, prepareDataDir } from './initialise.ts';
import { explainEnd, type Launched, launch } from './launch.ts';
import { clearLeftovers } from './postmaster-file.ts';
import { ensureProductDatabase, localUrl, type ProductUrls } from './product-database.ts';
import { chooseRunAs } from './run-as.ts';
import { ensurePassword, readPasswords } from './secrets.ts';

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
  /** Told when the server ends without having been asked to; the sentence holds the end of its log. */
  readonly onExit?: (reason: string) => void;
}

/** A running embedded server. */
export interface EmbeddedPostgres {
  readonly port: number;
  /** The server's own process, and its keeper's, for those who test what happens when one of them dies. */
  readonly pid: number;
  readonly keeperPid: number;
  /** As the role that may do everything; for tests and maintenance, never for a product. */
  readonly adminUrl: string;
  /** Makes the database and the two roles of a product unless they exist. */
  ensureDatabase(product: string): Promise<ProductUrls>;
  /** Stops the server (open transactions are rolled back) and gives the directory back; again is harmless. */
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL from npm, listening on the loopback interface only, with generated passwords. The server
 * is stopped when this process ends, however it ends.
 *
 * @throws DataDirError when the folder cannot be used, is in use, or no server can run on this machine.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  await prepareDataDir(options.dataDir);
  // One name for the folder, whatever links lead to it: the server is known by it.
  const dataDir = await realpath(options.dataDir);
  const release = await claimDataDir(dataDir);
  try {
    return await startClaimed(dataDir, options, release);
  } catch (error) {
    await release();
    if (options.temporary === true) await rm(dataDir, { recursive: true, force: true });
    throw error;
  }
}

async function startClaimed(
  dataDir: string,
  options: EmbeddedOptions,
  release: Release,
): Promise<EmbeddedPostgres> {
  const cluster = clusterFolder(dataDir);
  const durable = options.temporary !== true;
  if (await clusterExists(dataDir)) await expectPasswords(dataDir);
  await clearLeftovers(cluster);
  const runAs = await chooseRunAs(await embeddedBinaries(), dataDir, cluster);
  const adminPassword = await ensurePassword(dataDir, ADMIN_ROLE);
  const made = await initialiseCluster(dataDir, runAs, { adminPassword, durable });
  options.log?.(made ? 'made a new database cluster' : 'found the database cluster');
  const launched = await launch({ dataDir, cluster, runAs, durable, port: options.port });
  return running(launched, dataDir, adminPassword, { ...options, release });
}

/** Without them nobody could enter the cluster; new ones would only hide the mistake. */
async function expectPasswords(dataDir: string): Promise<void> {
  if ((await readPasswords(dataDir))?.[ADMIN_ROLE] !== undefined) return;
  throw new DataDirError(
    'unusable',
    `${dataDir} holds a database and no secrets.json with its passwords. Restore that file, or move the folder away to begin with an empty database.`,
  );
}

function running(
  { keeper, postmaster }: Launched,
  dataDir: string,
  adminPassword: string,
  options: EmbeddedOptions & { readonly release: Release },
): EmbeddedPostgres {
  let stopping = false;
  const finished = once(keeper, 'exit').then(async () => {
    const reason = stopping ? undefined : await explainEnd(dataDir);
    await options.release();
    if (options.temporary === true) await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    if (reason !== undefined) options.onExit?.(reason);
  });
  const adminUrl = localUrl(postmaster.port, ADMIN_ROLE, adminPassword, 'postgres');
  let previous: Promise<unknown> = Promise.resolve();
  return {
    port: postmaster.port,
    pid: postmaster.pid,
    keeperPid: keeper.pid ?? 0,
    adminUrl,
    ensureDatabase: (product) => {
      // One at a time: each may add passwords to the same file.
      const made = previous.then(() => ensureProductDatabase(dataDir, postmaster.port, adminUrl, product));
      previous = made.catch(() => {});
      return made;
    },
    stop: async () => {
      stopping = true;
      keeper.stdin?.end();
      await finished;
    },
  };
}
