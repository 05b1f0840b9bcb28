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
  /**
   * Begins to watch a server's connections; what it returns tells the microseconds they have used since then, undefined where
   * the system does not tell. What a connection used that has gone meanwhile is not counted: pools close idle ones.
   */
  watch(applicationName: string): Promise<() => Promise<number | undefined>>;
  close(): Promise<void>;
}

/** Opens the view on the database's processes; `url` is of the same role as the servers'. */
export function openDatabaseCpu(url: string): DatabaseCpu {
  const database = openDatabase<unknown>({ url, applicationName: 'bench-watch', poolMax: 1 });
  const used = async (applicationName: string) => {
    const rows = await backends(database.db, [applicationName]);
    return new Map(await Promise.all(rows.map(async ({ pid }) => [pid, await processUs(pid)] as const)));
  };
  return {
    async watch(applicationName) {
      const before = await used(applicationName);
      return async () => {
        let sum = 0;
        for (const [pid, us] of await used(applicationName)) {
          if (us === undefined) return undefined;
          sum += us - (before.get(pid) ?? 0);
        }
        return sum;
      };
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
