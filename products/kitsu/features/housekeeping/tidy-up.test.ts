import { listJobs } from '@seaworthy/platform/jobs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyCatalogue } from '../../testing/catalogue.ts';
import { hourlyTidying, housekeepingJobs } from './jobs.ts';

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
beforeAll(async () => {
  catalogue = await emptyCatalogue();
});
afterAll(() => catalogue.close());

const ATTEMPT = { jobId: 1, number: 1, signal: new AbortController().signal, report: () => undefined };

test('old mails and old events go, younger ones stay, and of all who ask for the next tidying one waits', async () => {
  const { db } = catalogue;
  for (const [name, age] of [
    ['old', '31 days'],
    ['new', '29 days'],
  ]) {
    await sql`insert into mail.messages (kind, recipient, language, facts, requested_at)
      values ('verify', ${name}, 'en', '{}', now() - ${age}::interval)`.execute(db);
    await sql`select events.publish('staff:jobs', 'job', ${name}, '{}')`.execute(db);
  }
  await sql`update events.latest set changed_at = now() - interval '3 days' where subject = 'old'`.execute(
    db,
  );
  const effect = await housekeepingJobs()[0]?.run(ATTEMPT, {});
  await db.transaction().execute(async (tx) => effect?.(tx));
  const left = await sql<{ name: string }>`
    select recipient as name from mail.messages union all select subject from events.latest`.execute(db);
  expect(left.rows.map(({ name }) => name)).toEqual(['new', 'new']);
  for (let worker = 0; worker < 3; worker += 1) await hourlyTidying.request(db, new Date());
  const waiting = await listJobs(db, { task: 'housekeeping.tidy-up', countMax: 10 });
  expect(waiting.map(({ state }) => state)).toEqual(['waiting']);
});
