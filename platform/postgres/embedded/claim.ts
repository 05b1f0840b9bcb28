import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataDirError } from './data-dir-error.ts';
import { processStart } from './process-identity.ts';

const FOLDER = 'in-use';
const CLAIM = /^(\d+)-(\d+|[a-zA-Z0-9]+)-([0-9a-f]{16})$/;
const ATTEMPTS_MAX = 6;

/** A data directory is ours until this is called. */
export type Release = () => Promise<void>;

/**
 * Claims a data directory for this process.
 *
 * Every claim is a file of its own, named after the process (id and start time), so a claim whose process is gone can
 * be removed by anybody at any time. Who claims writes its file first and looks for others afterwards: of two that
 * try at once at least one sees the other, takes its file back and tries again.
 *
 * @throws DataDirError `in_use` when a live process holds the directory.
 */
export async function claimDataDir(dataDir: string): Promise<Release> {
  const folder = path.join(dataDir, FOLDER);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const start = (await processStart(process.pid)) ?? '0';
  const mine = `${process.pid}-${start.replaceAll(/[^a-zA-Z0-9]/g, '')}-${randomBytes(8).toString('hex')}`;
  let holder = 0;
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    await writeFile(path.join(folder, mine), '', { mode: 0o600 });
    const others = (await liveClaims(folder)).filter((claim) => claim.name !== mine);
    if (others.length === 0) return () => rm(path.join(folder, mine), { force: true });
    await rm(path.join(folder, mine), { force: true });
    holder = others[0]?.pid ?? 0;
    await sleep(20 + Math.random() * 80);
  }
  throw new DataDirError(
    'in_use',
    `The data directory ${dataDir} is in use by process ${holder}. Stop that one first, or set SEAWORTHY_DATA_DIR to another folder.`,
  );
}

async function liveClaims(folder: string): Promise<{ readonly name: string; readonly pid: number }[]> {
  const live: { name: string; pid: number }[] = [];
  for (const name of await readdir(folder)) {
    const match = CLAIM.exec(name);
    const pid = Number(match?.[1]);
    const start = match === null ? undefined : await processStart(pid);
    if (start !== undefined && start.replaceAll(/[^a-zA-Z0-9]/g, '') === match?.[2]) live.push({ name, pid });
    else await rm(path.join(folder, name), { force: true });
  }
  return live;
}
