import { defineTask } from '@seaworthy/platform/jobs';
import { z } from 'zod';

/** Forgets accounts whose time has come, and other leftovers. */
export const purgeAccounts = defineTask({
  name: 'accounts.purge',
  payload: z.strictObject({}),
  queue: { name: 'housekeeping' },
});
