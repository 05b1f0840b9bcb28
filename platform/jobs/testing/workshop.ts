import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type TestDatabase, testDatabase } from '../../testing/index.ts';
import { effectsMigrations, jobsMigrations } from './migration-sources.ts';

/** A queue of its own for one test file, and worker processes that end with it. */
export interface Workshop {
  readonly database: TestDatabase<unknown>;
  /** Starts a worker process; resolves when it works. */
  worker(
    name: string,
    options?: { readonly leaseMs?: number; readonly slots?: number },
  ): Promise<ChildProcess>;
  /** Ends every worker that still runs, now. */
  stopAll(): Promise<void>;
  close(): Promise<void>;
}

const MAIN = fileURLToPath(new URL('./worker-process.ts', import.meta.url));

/** Opens a {@link Workshop}. */
export async function openWorkshop(): Promise<Workshop> {
  const database = await testDatabase<unknown>({ sources: [jobsMigrations, effectsMigrations] });
  const children: ChildProcess[] = [];
  const stopAll = async () => {
    await Promise.all(children.splice(0).map(kill));
  };
  return {
    database,
    async worker(name, { leaseMs = 10_000, slots = 4 } = {}) {
      const child = spawn(process.execPath, [MAIN, database.url, name, String(leaseMs), String(slots)], {
        stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      });
      children.push(child);
      if (child.stdout !== null) await once(child.stdout, 'data');
      return child;
    },
    stopAll,
    async close() {
      await stopAll();
      await database.close();
    },
  };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
