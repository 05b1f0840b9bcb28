import { type ChainSigner, sealHandler } from '@seaworthy/platform/audit-trail';
import type { Handler } from '@seaworthy/platform/jobs';

/** The sealing of the audit trail. */
export function auditTrailJobs(deps: { readonly keys: ChainSigner }): Handler[] {
  return [sealHandler(deps.keys)];
}
