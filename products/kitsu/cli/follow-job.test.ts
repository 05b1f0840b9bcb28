import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { emptyCatalogue } from '../testing/catalogue.ts';
import { followJob } from './follow-job.ts';

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
beforeAll(async () => {
  catalogue = await emptyCatalogue();
});
afterAll(() => catalogue.close());

test('a job is followed from where it is to its end, line by line, and others are not', async () => {
  const { db } = catalogue;
  for (const id of [7, 8]) {
    await sql`insert into jobs.unfinished (id, task, queue, priority, payload, attempts_max, backoff_ms)
      overriding system value values (${id}, 'titles.try', 'none', 1, '{}', 3, 0)`.execute(db);
  }
  const lines: string[] = [];
  const followed = followJob(db, 7, (line) => lines.push(line), new AbortController().signal);
  const waitFor = (count: number) => vi.waitFor(() => expect(lines).toHaveLength(count), 5_000);
  await waitFor(1);
  for (const done of [1, 2]) {
    await sql`update jobs.unfinished set worker_id = 1, attempt = 1, progress = ${JSON.stringify({ done, total: 2 })}::jsonb`.execute(
      db,
    );
    await waitFor(1 + done);
  }
  await sql`select jobs.finish(j, 'succeeded') from jobs.unfinished j where id = 7`.execute(db);
  expect(await followed).toMatchObject({ id: 7, state: 'succeeded' });
  expect(lines).toEqual(['waiting', 'running  1 of 2', 'running  2 of 2', 'succeeded  2 of 2']);
  await expect(followJob(db, 99, () => undefined, new AbortController().signal)).rejects.toThrow('no job 99');
});
