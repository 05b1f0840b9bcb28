import { deleteOldEvents } from '@seaworthy/platform/events';
import { enqueue, type Handler, handle } from '@seaworthy/platform/jobs';
import { forgetExpired } from '@seaworthy/platform/limits';
import { deleteOldMails } from '@seaworthy/platform/mail';
import { defineSchedule, deleteOldWindows } from '@seaworthy/platform/schedules';
import { tidyUp } from './tasks.ts';

/** Whoever was away for longer looks at everything anew. */
const EVENT_DAYS = 2;
/** For so long staff can see whether somebody's mail was sent. */
const MAIL_DAYS = 30;
/** For so long staff can see when a schedule ran. */
const WINDOW_DAYS = 90;

/** What workers do to keep the house. */
export function housekeepingJobs(): Handler[] {
  return [
    handle(tidyUp, async () => async (tx) => {
      await deleteOldEvents(tx, EVENT_DAYS);
      await deleteOldMails(tx, MAIL_DAYS);
      await forgetExpired(tx);
      await deleteOldWindows(tx, WINDOW_DAYS);
    }),
  ];
}

/** The tidying; whatever it missed, one makes up for. */
export const hourlyTidying = defineSchedule({
  name: 'housekeeping.tidy-up',
  cron: '23 * * * *',
  zone: 'UTC',
  catchUp: 'latest',
  request: (db) => enqueue(db, tidyUp, {}, { key: 'hourly', priority: 'low' }),
});
