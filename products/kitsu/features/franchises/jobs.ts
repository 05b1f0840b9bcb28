import { type Handler, handle } from '@seaworthy/platform/jobs';
import { assignFranchises } from './assign-franchises.ts';
import { refreshFranchises } from './tasks.ts';

/** What workers do for franchises. */
export function franchiseJobs(): Handler[] {
  return [
    handle(refreshFranchises, async () => async (tx) => {
      await assignFranchises({ db: tx });
    }),
  ];
}
