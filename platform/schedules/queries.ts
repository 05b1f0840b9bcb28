import { type AnyDb, type Db, prepare } from '../postgres/index.ts';
import type { Decision } from './decide.ts';

const register = prepare<{ name: string }>(
  'schedules_register',
  `insert into schedules.schedules as s (name, cron, zone, decided_until)
   select name, cron, zone, clock_timestamp() from unnest($1::text[], $2::text[], $3::text[]) as given(name, cron, zone)
   order by name
   on conflict (name) do update set cron = excluded.cron, zone = excluded.zone, decided_until = excluded.decided_until
     where (s.cron, s.zone) <> (excluded.cron, excluded.zone)
   returning name`,
);

/** Makes schedules known. A new grid begins now: there is nothing of it to make up for. */
export async function upsertSchedules(
  db: Db<unknown>,
  schedules: readonly { readonly name: string; readonly cron: string; readonly zone: string }[],
): Promise<void> {
  await register(db, [
    schedules.map(({ name }) => name),
    schedules.map(({ cron }) => cron),
    schedules.map(({ zone }) => zone),
  ]);
}

const lock = prepare<{ decided_until: Date; now: Date }>(
  'schedules_lock',
  `select decided_until, clock_timestamp()::timestamptz(3) as now from schedules.schedules
   where name = $1 and cron = $2 and zone = $3 and paused_at is null for update skip locked`,
);

/**
 * Takes a schedule for the rest of the transaction. Undefined while somebody else has it, while it is paused, and for a
 * grid that is no longer (or not yet) the one in force, as when old and new processes run side by side.
 */
export async function lockSchedule(
  db: Db<unknown>,
  { name, cron, zone }: { readonly name: string; readonly cron: string; readonly zone: string },
): Promise<{ readonly decidedUntil: Date; readonly now: Date } | undefined> {
  const [row] = await lock(db, [name, cron, zone]);
  return row && { decidedUntil: row.decided_until, now: row.now };
}

const insertOne = prepare<Record<string, never>>(
  'schedules_insert_window',
  `insert into schedules.windows (schedule, at, outcome, missed_before, job_id) values ($1, $2, $3, $4, $5)`,
);

/** Notes what becomes of a window. @throws a unique violation when that is decided. */
export async function insertWindow(
  db: Db<unknown>,
  schedule: string,
  { at, outcome, missedBefore, jobId }: Decision & { readonly jobId: number | null },
): Promise<void> {
  await insertOne(db, [schedule, at, outcome, missedBefore, jobId]);
}

const advance = prepare<Record<string, never>>(
  'schedules_advance',
  'update schedules.schedules set decided_until = $2 where name = $1',
);

/** Notes up to when windows are decided. */
export async function updateDecided(db: Db<unknown>, name: string, until: Date): Promise<void> {
  await advance(db, [name, until]);
}

const pause = prepare<{ name: string }>(
  'schedules_pause',
  `update schedules.schedules set paused_at = case when $2 then clock_timestamp() end, decided_until = clock_timestamp()
   where name = $1 and (paused_at is null) = $2 returning name`,
);

/** Pauses a schedule or lets it go on, from now. Returns whether that changed anything. */
export async function updatePaused(db: AnyDb, name: string, isPaused: boolean): Promise<boolean> {
  return (await pause(db, [name, isPaused])).length > 0;
}

/** A schedule as it stands. */
export interface ScheduleState {
  readonly name: string;
  readonly cron: string;
  readonly zone: string;
  readonly decidedUntil: Date;
  readonly pausedAt: Date | null;
  /** The newest window that was run, and its job. */
  readonly lastAt: Date | null;
  readonly lastJobId: number | null;
  /** Windows that were left out, of those that are kept. */
  readonly missedCount: number;
}

const states = prepare<ScheduleState>(
  'schedules_list',
  `select s.name, s.cron, s.zone, s.decided_until as "decidedUntil", s.paused_at as "pausedAt",
     last.at as "lastAt", last.job_id::integer as "lastJobId",
     (select coalesce(sum(missed_before + (outcome = 'missed')::integer), 0)::integer
      from schedules.windows w where w.schedule = s.name) as "missedCount"
   from schedules.schedules s left join lateral (
     select at, job_id from schedules.windows w where w.schedule = s.name and outcome = 'run' order by at desc limit 1
   ) last on true order by s.name`,
);

/** Every schedule that a worker ever made known, by name. */
export async function selectSchedules(db: AnyDb): Promise<readonly ScheduleState[]> {
  return states(db, []);
}

const prune = prepare<{ count: number }>(
  'schedules_prune',
  `with gone as (
     delete from schedules.windows w where decided_at < clock_timestamp() - make_interval(days => $1)
       and at < (select max(at) from schedules.windows newest where newest.schedule = w.schedule) returning 1
   ) select count(*)::integer as count from gone`,
);

/** Removes windows that were decided so many days ago; the newest of each schedule stays. Returns how many. */
export async function deleteOldWindows(db: Db<unknown>, days: number): Promise<number> {
  return (await prune(db, [days]))[0]?.count ?? 0;
}
