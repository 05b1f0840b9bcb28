import { execFile } from 'node:child_process';
import { access, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { EMBEDDED_MAJOR } from './binaries.ts';
import { DataDirError } from './data-dir-error.ts';
import type { RunAs } from './run-as.ts';

const run = promisify(execFile);

/** Where the server's own files are, below the data directory. */
export function clusterFolder(dataDir: string): string {
  return path.join(dataDir, 'cluster');
}

/** Whether a whole cluster stands there. */
export async function clusterExists(dataDir: string): Promise<boolean> {
  return access(path.join(clusterFolder(dataDir), 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

/** The role that made the cluster and may do everything in it; used to make databases and by nothing else. */
export const ADMIN_ROLE = 'postgres';

/**
 * Makes the data directory if it is missing and checks that we can use it.
 *
 * @throws DataDirError `unusable` when it cannot be written to, or was made by another major version of PostgreSQL.
 */
export async function prepareDataDir(dataDir: string): Promise<void> {
  const probe = path.join(dataDir, `.probe-${process.pid}`);
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DataDirError(
      'unusable',
      `The data directory ${dataDir} cannot be written to (${why}). Give this user the right to, or set SEAWORTHY_DATA_DIR to another folder.`,
      { cause: error },
    );
  }
  const major = (
    await readFile(path.join(clusterFolder(dataDir), 'PG_VERSION'), 'utf8').catch(() => '')
  ).trim();
  if (major === '' || major === String(EMBEDDED_MAJOR)) return;
  throw new DataDirError(
    'unusable',
    `The data directory ${dataDir} was made by PostgreSQL ${major}, and this program brings PostgreSQL ${EMBEDDED_MAJOR}. Take a backup with the version that made it and restore it into a new folder.`,
  );
}

/**
 * Makes the cluster unless it exists. initdb works in a folder beside it that is renamed when it is whole, so a crash
 * in the middle leaves nothing that looks like a cluster; what it left is removed here.
 *
 * Returns whether a cluster was made.
 */
export async function initialiseCluster(
  dataDir: string,
  runAs: RunAs,
  options: { readonly adminPassword: string; readonly durable: boolean },
): Promise<boolean> {
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith('initialising-')) continue;
    await rm(path.join(dataDir, name), { recursive: true, force: true, maxRetries: 5 });
  }
  if (await clusterExists(dataDir)) return false;
  const draft = path.join(dataDir, `initialising-${process.pid}`);
  const passwordFile = path.join(draft, 'password');
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, options.adminPassword, { mode: 0o600 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) {
    await chown(draft, runAs.uid, runAs.gid);
    await chown(passwordFile, runAs.uid, runAs.gid);
  }
  await initdb(runAs, path.join(draft, 'cluster'), passwordFile, options.durable);
  await rename(path.join(draft, 'cluster'), clusterFolder(dataDir));
  await rm(draft, { recursive: true, force: true });
  return true;
}

async function initdb(runAs: RunAs, target: string, passwordFile: string, durable: boolean): Promise<void> {
  const [file = '', ...args] = [
    ...runAs.prefix,
    path.join(runAs.binaries, 'bin', 'initdb'),
    `--pgdata=${target}`,
    `--username=${ADMIN_ROLE}`,
    `--pwfile=${passwordFile}`,
    '--auth-host=scram-sha-256',
    '--auth-local=scram-sha-256',
    '--encoding=UTF8',
    // The same order and the same case rules on every machine; with locale C trigrams of Cyrillic are empty.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ];
  try {
    await run(file, args, {
      uid: runAs.uid,
      gid: runAs.gid,
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new DataDirError('unusable', `The embedded database could not be made in ${target}: ${said}`, {
      cause: error,
    });
  }
}
