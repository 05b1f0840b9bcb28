import { openTrail } from '@seaworthy/platform/audit-trail';
import { purgeIdentity } from '@seaworthy/platform/identity';
import { type Handler, handle } from '@seaworthy/platform/jobs';
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
