import { execFile } from 'node:child_process';
import { access, chown, constants, cp, mkdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { DataDirError } from './data-dir-error.ts';

const run = promisify(execFile);

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

interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * Decides as whom the server runs. PostgreSQL refuses to run as root, so root starts it
 *
 * 1. in a user namespace of its own, where root looks like an ordinary user: files stay root's, and any folder that
 *    root can reach will do, also one below a 0700 folder;
 * 2. where namespaces are not allowed (many containers), as an unprivileged user, from a copy of the binaries inside
 *    the data directory when the installed ones are out of that user's reach.
 */
export async function chooseRunAs(binaries: string, dataDir: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { prefix: [], binaries };
  const accounts = await unprivilegedAccounts(dataDir);
  for (const account of accounts) {
    const namespaced = namespace(account, binaries);
    if (await works(namespaced)) return namespaced;
  }
  const account = accounts[0];
  if (account === undefined) {
    throw new DataDirError(
      'unsupported',
      'PostgreSQL refuses to run as root, and this machine has no other user (/etc/passwd) to run it as. Start as an ordinary user.',
    );
  }
  return unprivileged(account, binaries, dataDir);
}

function namespace(account: Account, binaries: string): RunAs {
  const prefix = ['unshare', '--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`, '--'];
  return { prefix, binaries };
}

/** Runs as another user of the machine; see {@link chooseRunAs}, case 2. */
export async function unprivileged(account: Account, binaries: string, dataDir: string): Promise<RunAs> {
  const who = { prefix: [], uid: account.uid, gid: account.gid };
  await chown(dataDir, account.uid, account.gid);
  if (await works({ ...who, binaries })) return { ...who, binaries };
  const copied = await copyBinaries(binaries, dataDir);
  if (await works({ ...who, binaries: copied })) return { ...who, binaries: copied };
  throw new DataDirError(
    'unusable',
    `PostgreSQL refuses to run as root, and the user "${account.name}" cannot reach ${dataDir}. Set SEAWORTHY_DATA_DIR to a folder that every user may enter (such as one below /var/lib), or start as an ordinary user.`,
  );
}

async function copyBinaries(binaries: string, dataDir: string): Promise<string> {
  const version = path.basename(path.dirname(binaries));
  const target = path.join(dataDir, `binaries-${version}`);
  if (await exists(target)) return target;
  const draft = `${target}.${process.pid}.new`;
  await mkdir(draft, { recursive: true });
  await cp(binaries, draft, { recursive: true, verbatimSymlinks: true });
  await rename(draft, target);
  return target;
}

async function works(runAs: RunAs): Promise<boolean> {
  const [file, ...args] = [...runAs.prefix, path.join(runAs.binaries, 'bin', 'initdb'), '--version'];
  try {
    await run(file ?? '', args, { uid: runAs.uid, gid: runAs.gid, timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}

/** initdb looks its user up in /etc/passwd, so only users that stand there will do. */
async function unprivilegedAccounts(dataDir: string): Promise<Account[]> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const accounts = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((account) => account.name !== '' && account.uid > 0 && account.gid >= 0);
  const owner = (await stat(dataDir)).uid;
  const rank = (a: Account) =>
    a.uid === owner ? 0 : a.name === 'postgres' ? 1 : a.name === 'nobody' ? 2 : 3;
  return accounts.filter((account) => rank(account) < 3).sort((a, b) => rank(a) - rank(b));
}

async function exists(file: string): Promise<boolean> {
  return access(file, constants.F_OK).then(
    () => true,
    () => false,
  );
}
