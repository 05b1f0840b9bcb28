import { requestSealing } from '@seaworthy/platform/audit-trail';
import { enqueue, type StandingJob } from '@seaworthy/platform/jobs';
import { purgeAccounts } from '../features/accounts/tasks.ts';

const MIN_MS = 60_000;
const DAY_MS = 24 * 60 * MIN_MS;

/** What Kitsu's workers see to by themselves. */
export const STANDING_JOBS: readonly StandingJob[] = [
  { name: 'sealing', everyMs: 5_000, request: requestSealing },
  {
    name: 'purge',
    everyMs: 10 * MIN_MS,
    // Joins the one that waits, which keeps its time: so it runs a day after the last one.
    request: (db) => enqueue(db, purgeAccounts, {}, { key: 'daily', delayMs: DAY_MS }),
  },
];
