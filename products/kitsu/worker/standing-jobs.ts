import type { StandingJob } from '@seaworthy/platform/jobs';
import { dailyPurge } from '../features/accounts/jobs.ts';
import { constantSealing } from '../features/audit-trail/jobs.ts';
import { hourlyTidying } from '../features/housekeeping/jobs.ts';

/** What Kitsu's workers see to by themselves. */
export const STANDING_JOBS: readonly StandingJob[] = [constantSealing, dailyPurge, hourlyTidying];
