import { defineTask } from '@seaworthy/platform/jobs';
import { z } from 'zod';

/** Forgets mails, events, counts of limits and windows of schedules that have no use any more. */
export const tidyUp = defineTask({
  name: 'housekeeping.tidy-up',
  payload: z.strictObject({}),
  queue: { name: 'housekeeping' },
});
