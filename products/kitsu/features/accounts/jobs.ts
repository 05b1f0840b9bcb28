import { openTrail } from '@seaworthy/platform/audit-trail';
import { purgeIdentity } from '@seaworthy/platform/identity';
import { enqueue, type Handler, handle, type StandingJob } from '@seaworthy/platform/jobs';
import { kitsuRoles } from './permissions.ts';
import { purgeAccounts } from './tasks.ts';

const MIN_MS = 60_000;
const DAY_MS = 24 * 60 * MIN_MS;

/** What workers do for accounts. */
export function accountJobs(): Handler[] {
  const actor = kitsuRoles.system('worker');
  return [
    handle(purgeAccounts, async () => async (tx) => {
      await purgeIdentity({ db: tx, trail: openTrail({ actor }) });
    }),
  ];
}

/** The purge, a day after the last one. */
export const dailyPurge: StandingJob = {
  name: 'purge',
  everyMs: 10 * MIN_MS,
  // Joins the one that waits, which keeps its time.
  request: (db) => enqueue(db, purgeAccounts, {}, { key: 'daily', delayMs: DAY_MS }),
};
