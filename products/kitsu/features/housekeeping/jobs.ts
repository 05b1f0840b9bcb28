import { deleteOldEvents } from '@seaworthy/platform/events';
import { enqueue, type Handler, handle, type StandingJob } from '@seaworthy/platform/jobs';
import { forgetExpired } from '@seaworthy/platform/limits';
import { deleteOldMails } from '@seaworthy/platform/mail';
import { tidyUp } from './tasks.ts';

const MIN_MS = 60_000;
const HOUR_MS = 60 * MIN_MS;
/** Whoever was away for longer looks at everything anew. */
const EVENT_DAYS = 2;
/** For so long staff can see whether somebody's mail was sent. */
const MAIL_DAYS = 30;

/** What workers do to keep the house. */
export function housekeepingJobs(): Handler[] {
  return [
    handle(tidyUp, async () => async (tx) => {
      await deleteOldEvents(tx, EVENT_DAYS);
      await deleteOldMails(tx, MAIL_DAYS);
      await forgetExpired(tx);
    }),
  ];
}

/** The tidying, an hour after the last one. */
export const hourlyTidying: StandingJob = {
  name: 'tidying',
  everyMs: 10 * MIN_MS,
  // Joins the one that waits, which keeps its time.
  request: (db) => enqueue(db, tidyUp, {}, { key: 'hourly', delayMs: HOUR_MS, priority: 'low' }),
};
