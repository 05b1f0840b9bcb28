import { defineTask } from '@seaworthy/platform/jobs';
import { z } from 'zod';

/** Derives all franchises anew. Asked for under one key, so that however much changes, one job is waiting. */
export const refreshFranchises = defineTask({
  name: 'franchises.refresh',
  payload: z.object({}),
  queue: { name: 'catalogue', runningMax: 2 },
});

/** The key of every refresh: it always concerns all franchises. */
export const ALL_FRANCHISES = 'all';
