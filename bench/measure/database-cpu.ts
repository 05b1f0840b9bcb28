import { readFile } from 'node:fs/promises';
import { openDatabase, prepare } from '@seaworthy/platform/postgres';

const backends = prepare<{ pid: number }>(
  'bench_backends',
  'select pid from pg_stat_activity where application_name = $1',
);

/** Linux counts processor time of processes in hundredths of a second. */
const TICK_US = 10_000;

/** Reads how much processor time PostgreSQL has spent for a server. */
export interface DatabaseCpu {
  /** In microseconds, over the server's present connections; undefined where the system does not tell. */
  usedUs(applicationName: string): Promise<number | undefined>;
  close(): Promise<void>;
}

/** Opens the view on the database's processes; `url` is of the same role as the servers'. */
export function openDatabaseCpu(url: string): DatabaseCpu {
  const database = openDatabase<unknown>({ url, applicationName: 'bench-watch', poolMax: 1 });
  return {
    async usedUs(applicationName) {
      const rows = await backends(database.db, [applicationName]);
      const used = await Promise.all(rows.map(({ pid }) => processUs(pid)));
      return used.includes(undefined) ? undefined : used.reduce<number>((sum, us) => sum + (us ?? 0), 0);
    },
    close: () => database.close(),
  };
}

async function processUs(pid: number): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name in parentheses may hold anything; user and system time are fields 14 and 15.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields === undefined) return undefined;
  return (Number(fields[11]) + Number(fields[12])) * TICK_US;
}
