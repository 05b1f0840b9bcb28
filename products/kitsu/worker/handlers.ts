import type { KeyRing } from '@seaworthy/platform/identity';
import type { Handler } from '@seaworthy/platform/jobs';
import { type MailDeps, mailJobs } from '@seaworthy/platform/mail';
import { accountJobs } from '../features/accounts/jobs.ts';
import { auditTrailJobs } from '../features/audit-trail/jobs.ts';
import { franchiseJobs } from '../features/franchises/jobs.ts';
import { housekeepingJobs } from '../features/housekeeping/jobs.ts';

/** Every kind of job that Kitsu's workers do. */
export function kitsuHandlers(deps: { readonly keys: KeyRing; readonly mail: MailDeps }): Handler[] {
  return [
    ...franchiseJobs(),
    ...accountJobs(),
    ...auditTrailJobs(deps),
    ...mailJobs(deps.mail),
    ...housekeepingJobs(),
  ];
}
