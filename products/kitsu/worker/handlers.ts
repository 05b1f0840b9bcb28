import type { Handler } from '@seaworthy/platform/jobs';
import { type MailDeps, mailJobs } from '@seaworthy/platform/mail';
import { franchiseJobs } from '../features/franchises/jobs.ts';

/** Every kind of job that Kitsu's workers do. */
export function kitsuHandlers(deps: { readonly mail: MailDeps }): Handler[] {
  return [...franchiseJobs(), ...mailJobs(deps.mail)];
}
