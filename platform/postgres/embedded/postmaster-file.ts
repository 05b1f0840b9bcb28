import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataDirError } from './data-dir-error.ts';
import { processCommand, processStart } from './process-identity.ts';

/** What the running server has written about itself into its cluster folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Whether it accepts connections. */
  readonly ready: boolean;
}

/** Reads `postmaster.pid`; undefined when there is none or it is not whole yet. It may be stale. */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const lines = (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number.isInteger(port) ? port : 0, ready: lines[7]?.trim() === 'ready' };
}

/** Whether that process is a server on this cluster, and not a stranger that got the id of a dead one. */
export async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  if ((await processStart(pid)) === undefined) return false;
  return ((await processCommand(pid)) ?? '').includes(cluster);
}

const LEFTOVER_STOP_MS = 20_000;

/**
 * Clears the way for a new server; called with the directory claimed. A server whose starter is gone is on its way
 * out (its keeper stops it) and is waited for; one that lost its keeper as well is asked to stop. A `postmaster.pid`
 * that no server stands behind is removed.
 */
export async function clearLeftovers(cluster: string): Promise<void> {
  const deadline = Date.now() + LEFTOVER_STOP_MS;
  let asked = false;
  for (;;) {
    const found = await readPostmaster(cluster);
    if (found === undefined || !(await servesCluster(found.pid, cluster))) break;
    if (Date.now() > deadline) {
      throw new DataDirError(
        'in_use',
        `A database server (process ${found.pid}) from an earlier start still runs in ${cluster} and does not stop. End it and start again.`,
      );
    }
    if (!asked) askToStop(found.pid);
    asked = true;
    await sleep(50);
  }
  await rm(path.join(cluster, 'postmaster.pid'), { force: true });
}

/** Fast shutdown. A server that is gone by now, or another user's, is for the caller's next look to tell. */
function askToStop(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}
