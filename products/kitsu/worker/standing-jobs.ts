import type { StandingJob } from '@seaworthy/platform/jobs';
import { constantSealing } from '../features/audit-trail/jobs.ts';

/** What Kitsu's workers see to all the time. */
export const STANDING_JOBS: readonly StandingJob[] = [constantSealing];
