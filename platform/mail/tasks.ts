import { z } from 'zod';
import { defineTask } from '../jobs/index.ts';

/** Fewer than the jobs that one worker runs at once: a mail server that hangs leaves room for other work. */
const ON_THEIR_WAY_MAX = 2;

/**
 * Sends one mail. Pauses grow from ten seconds to an hour, so a server that asks to come back later (greylisting) or is
 * down for an hour is outwaited.
 */
export const sendMail = defineTask({
  name: 'mail.send',
  payload: z.object({ mailId: z.int() }),
  queue: { name: 'mail', runningMax: ON_THEIR_WAY_MAX },
  attemptsMax: 12,
  backoffMs: 10_000,
});
