import { type ChainSigner, requestSealing, sealHandler } from '@seaworthy/platform/audit-trail';
import type { Handler, StandingJob } from '@seaworthy/platform/jobs';

/** The sealing of the audit trail. */
export function auditTrailJobs(deps: { readonly keys: ChainSigner }): Handler[] {
  return [sealHandler(deps.keys)];
}

/** The sealing, a few seconds after something was written. */
export const constantSealing: StandingJob = { name: 'sealing', everyMs: 5_000, request: requestSealing };
