import type { Schedule } from '@seaworthy/platform/schedules';
import { dailyPurge } from '../features/accounts/jobs.ts';
import { hourlyTidying } from '../features/housekeeping/jobs.ts';

/** What Kitsu does by the clock. */
export const SCHEDULES: readonly Schedule[] = [dailyPurge, hourlyTidying];
