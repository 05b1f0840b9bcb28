import { execFile } from 'node:child_process';
import { access, chown, cp, mkdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type Account, readAccounts, unprivileged } from './accounts.ts';
import { DataDirError } from './data-dir-error.ts';

const run = promisify(execFile);
const packageSchema = z.object({ version: z.string() });

/** How the server's programs are started: what stands before them, as whom, and which copy of them. */
export interface RunAs {
  /** A command that takes the program and its arguments behind it; empty when the program is started plainly. */
  readonly prefix: readonly string[];
  /** Set when the programs run as another user of the machine; files they are to own are given to it. */
  readonly uid?: number;
  readonly gid?: number;
  /** Folder of the binaries, as that user can reach it. */
  readonly binaries: string;
}

/** Makes the server end (fast shutdown) when its parent, the keeper, is killed; where the machine has it. */
const DIE_WITH_PARENT = ['setpriv', '--pdeathsig', 'INT', '--'];

/**
 * Decides as whom the server runs. PostgreSQL refuses to run as root, so root starts it
 *
 * 1. in a user namespace of its own, where root looks like an ordinary user: files stay root's, and any folder that
 *    root can reach will do, also one below a 0700 folder;
 * 2. where namespaces are not allowed (many containers) as an unprivileged user, from a copy of the binaries inside
 *    the data directory when the installed ones are out of that user's reach;
 * 3. as the owner of the cluster, when that is somebody else: it was made by a start as that user.
 *
 * Everybody else runs it plainly; a user without a name (containers again) borrows one by way of a namespace.
 */
export async function chooseRunAs(binaries: string, dataDir: string, cluster: string): Promise<RunAs> {
  const accounts = await readAccounts();
  const uid = process.getuid?.();
  const chosen =
    uid === 0 ? await asRoot(binaries, dataDir, cluster, accounts) : await asUser(uid, binaries, accounts);
  const bound = { ...chosen, prefix: [...chosen.prefix, ...DIE_WITH_PARENT] };
  return (await works(bound)) ? bound : chosen;
}

async function asUser(
  uid: number | undefined,
  binaries: string,
  accounts: readonly Account[],
): Promise<RunAs> {
  const named = process.platform !== 'linux' || accounts.some((account) => account.uid === uid);
  const plain = { prefix: [], binaries };
  return named ? plain : ((await namespaced(unprivileged(accounts), binaries)) ?? plain);
}

async function asRoot(
  binaries: string,
  dataDir: string,
  cluster: string,
  accounts: readonly Account[],
): Promise<RunAs> {
  const owner = await stat(cluster).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) {
    const name = accounts.find((account) => account.uid === owner.uid)?.name ?? `number ${owner.uid}`;
    return asOther({ name, uid: owner.uid, gid: owner.gid }, binaries, dataDir);
  }
  const inNamespace = await namespaced(unprivileged(accounts), binaries);
  if (inNamespace !== undefined) return inNamespace;
  if (owner !== undefined) {
    throw new DataDirError(
      'unusable',
      `PostgreSQL refuses to run as root, this machine allows no user namespaces, and ${cluster} belongs to root. Give the data directory to an ordinary user (chown -R) and start as that user.`,
    );
  }
  const account = unprivileged(accounts)[0];
  if (account !== undefined) return asOther(account, binaries, dataDir);
  throw new DataDirError(
    'unsupported',
    'PostgreSQL refuses to run as root, and this machine has no user "postgres" or "nobody" to run it as. Start as an ordinary user.',
  );
}

async function namespaced(accounts: readonly Account[], binaries: string): Promise<RunAs | undefined> {
  for (const account of accounts) {
    const prefix = ['unshare', '--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`, '--'];
    if (await works({ prefix, binaries })) return { prefix, binaries };
  }
  return undefined;
}

/** Case 2 and 3 of {@link chooseRunAs}; called by root. */
export async function asOther(account: Account, binaries: string, dataDir: string): Promise<RunAs> {
  const who = { prefix: [], uid: account.uid, gid: account.gid };
  await chown(dataDir, account.uid, account.gid);
  if (await succeeds(['/bin/sh', '-c', 'test -w "$0"', dataDir], account)) {
    if (await works({ ...who, binaries })) return { ...who, binaries };
    const copied = await copyBinaries(binaries, dataDir);
    if (await works({ ...who, binaries: copied })) return { ...who, binaries: copied };
  }
  throw new DataDirError(
    'unusable',
    `PostgreSQL refuses to run as root, and the user "${account.name}" it would run as cannot reach ${dataDir}. Set SEAWORTHY_DATA_DIR to a folder that every user may enter (such as one below /var/lib), or start as an ordinary user.`,
  );
}

/** Copied beside and renamed, so that a crash leaves no half copy. */
async function copyBinaries(binaries: string, dataDir: string): Promise<string> {
  const { version } = packageSchema.parse(
    JSON.parse(await readFile(path.join(binaries, '..', 'package.json'), 'utf8')),
  );
  const target = path.join(dataDir, `binaries-${version}`);
  const whole = await access(target).then(
    () => true,
    () => false,
  );
  if (whole) return target;
  const draft = path.join(dataDir, `initialising-binaries-${process.pid}`);
  await mkdir(draft);
  await cp(binaries, draft, { recursive: true, verbatimSymlinks: true });
  await rename(draft, target);
  return target;
}

/** Whether that user can run the programs from there. */
async function works(runAs: RunAs): Promise<boolean> {
  return succeeds([...runAs.prefix, path.join(runAs.binaries, 'bin', 'initdb'), '--version'], runAs);
}

async function succeeds(
  command: readonly string[],
  who: { readonly uid?: number; readonly gid?: number },
): Promise<boolean> {
  const [file = '', ...args] = command;
  return run(file, args, { uid: who.uid, gid: who.gid, timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}
