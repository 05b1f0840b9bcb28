import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../postgres/index.ts';
import { type Attempt, defineTask, type Effect, type Handler, handle } from '../index.ts';

const payload = z.object({
  /** How long the work takes, unless it is stopped. */
  workMs: z.number().default(0),
  /** What it does besides. */
  acts: z.enum(['fails', 'kills', 'lingers', 'fails in its effect', 'reports']).optional(),
});
type Payload = z.input<typeof payload>;
const schema: z.ZodType<Payload> = payload;

const base = { payload: schema, backoffMs: 10, attemptsMax: 3, timeoutMs: 20_000 };

/** Writes one effect. */
export const plainTask = defineTask({ ...base, name: 'test.plain', queue: { name: 'plain' } });
/** At most three at once, wherever they run. */
export const boundedTask = defineTask({
  ...base,
  name: 'test.bounded',
  queue: { name: 'bounded', runningMax: 3 },
});
/** The later job of a key takes over from the one that waits. */
export const replacingTask = defineTask({
  ...base,
  name: 'test.replacing',
  queue: { name: 'plain' },
  duplicates: 'replace',
});
/** Has a tenth of a second. */
export const hastyTask = defineTask({
  ...base,
  name: 'test.hasty',
  queue: { name: 'plain' },
  timeoutMs: 100,
  attemptsMax: 1,
});

/** The tasks of the tests, as the worker of that name does them. */
export function testHandlers(db: Db<unknown>, worker: string): Handler[] {
  const run = (attempt: Attempt, given: Payload) => work(db, worker, attempt, given);
  return [plainTask, boundedTask, replacingTask, hastyTask].map((task) => handle(task, run));
}

async function work(db: Db<unknown>, worker: string, attempt: Attempt, given: Payload): Promise<Effect> {
  const { jobId, number, signal } = attempt;
  // The number of jobs of the same queue that the database says run at this moment, this one included.
  await sql`insert into beginnings (job_id, attempt, worker, running_count)
    select ${jobId}, ${number}, ${worker}, (select count(*) from jobs.unfinished u where u.worker_id is not null
      and u.queue = (select queue from jobs.unfinished where id = ${jobId}))`.execute(db);
  if (given.acts === 'kills') process.kill(process.pid, 'SIGKILL');
  if (given.acts === 'fails') throw new Error('the work went wrong');
  if (given.acts === 'reports') reportALot(attempt);
  // Deaf to its signal, the first time only.
  const lingers = given.acts === 'lingers' && number === 1;
  if (lingers) await pause(given.workMs ?? 0, new AbortController().signal);
  if (given.acts !== 'lingers') await pause(given.workMs ?? 0, signal);
  return async (tx) => {
    await sql`insert into effects (job_id, attempt, worker) values (${jobId}, ${number}, ${worker})`.execute(
      tx,
    );
    if (given.acts === 'fails in its effect') throw new Error('the effect went wrong');
  };
}

function reportALot(attempt: Attempt): void {
  for (let done = 1; done <= 1_000; done += 1) {
    attempt.report({ done, total: 1_000, counters: { seen: done }, message: 'counting' });
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
