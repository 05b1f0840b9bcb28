import type { Handler } from '@seaworthy/platform/jobs';
import { franchiseJobs } from '../features/franchises/jobs.ts';

/** Every kind of job that Kitsu's workers do. */
export function kitsuHandlers(): Handler[] {
  return [...franchiseJobs()];
}
