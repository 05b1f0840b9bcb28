import { openTrail } from '@seaworthy/platform/audit-trail';
import { purgeIdentity } from '@seaworthy/platform/identity';
import { enqueue, type Handler, handle } from '@seaworthy/platform/jobs';
import { defineSchedule } from '@seaworthy/platform/schedules';
import { kitsuRoles } from './permissions.ts';
import { purgeAccounts } from './tasks.ts';

/** What workers do for accounts. */
export function accountJobs(): Handler[] {
  const actor = kitsuRoles.system('worker');
  return [
    handle(purgeAccounts, async () => async (tx) => {
      await purgeIdentity({ db: tx, trail: openTrail({ actor }) });
    }),
  ];
}

/** The purge; whatever it missed, one makes up for. */
export const dailyPurge = defineSchedule({
  name: 'accounts.purge',
  cron: '17 4 * * *',
  zone: 'UTC',
  catchUp: 'latest',
  request: (db) => enqueue(db, purgeAccounts, {}, { key: 'daily', priority: 'low' }),
});
