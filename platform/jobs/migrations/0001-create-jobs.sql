-- The queue: what is still to be done, what became of the rest, and who is at work.
-- Finished jobs have a table of their own: however many there are, taking the next job never meets one.
-- All times are the database's: workers on machines whose clocks differ agree on every lease.

create schema jobs;

create table jobs.workers (
  id bigint generated always as identity primary key,
  name text not null,
  -- second key of the session lock that the process holds for as long as it lives
  mark integer not null,
  lease interval not null,
  seen_at timestamptz not null default clock_timestamp(),
  started_at timestamptz not null default clock_timestamp()
) with (fillfactor = 50);
comment on table jobs.workers is 'Processes that may hold jobs. A row that is gone has lost every job it held.';

create table jobs.unfinished (
  id bigint generated always as identity primary key,
  task text not null,
  queue text not null,
  priority smallint not null check (priority between 0 and 2),
  payload jsonb not null,
  key text,
  run_at timestamptz not null default clock_timestamp(),
  attempt integer not null default 0,
  handed_back integer not null default 0,
  losses integer not null default 0,
  attempts_max integer not null check (attempts_max > 0),
  backoff_ms integer not null check (backoff_ms >= 0),
  worker_id bigint,
  worker text,
  started_at timestamptz,
  cancel_requested_at timestamptz,
  progress jsonb,
  created_at timestamptz not null default clock_timestamp()
) with (
  -- Every row is written three times and deleted: what that leaves behind is to be swept often, not in proportion.
  fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
  autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000
);
comment on column jobs.unfinished.attempt is 'How often the job was taken. It only rises: with worker_id it is what a late attempt is told apart by.';
comment on column jobs.unfinished.handed_back is 'Attempts that do not count against attempts_max.';
comment on column jobs.unfinished.losses is 'How often its worker died or froze under it: it, or a job beside it, may be the reason.';
comment on column jobs.unfinished.worker_id is 'Who runs it; null while it waits.';

-- 0 is the most urgent. Each priority is a range of its own, so jobs that wait for a later time hide nothing.
create index unfinished_due on jobs.unfinished (queue, priority, run_at, id) where worker_id is null;
create index unfinished_running on jobs.unfinished (worker_id) where worker_id is not null;
create index unfinished_running_by_queue on jobs.unfinished (queue) where worker_id is not null;
create index unfinished_suspect on jobs.unfinished (run_at) where losses > 0;
-- Of one key one job has not begun, and one has (it runs, or waits to be tried again).
create unique index unfinished_fresh_key on jobs.unfinished (task, key) where attempt = 0;
create unique index unfinished_begun_key on jobs.unfinished (task, key) where attempt > 0;

create table jobs.finished (
  id bigint primary key,
  task text not null,
  queue text not null,
  priority smallint not null,
  payload jsonb not null,
  key text,
  attempt integer not null,
  attempts_max integer not null,
  backoff_ms integer not null,
  worker text,
  outcome text not null check (outcome in ('succeeded', 'dead', 'cancelled')),
  progress jsonb,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz not null default clock_timestamp()
);
create index finished_by_outcome on jobs.finished (outcome, id);
create index finished_by_time on jobs.finished (outcome, finished_at);

create table jobs.failures (
  job_id bigint not null,
  attempt integer not null,
  cause text not null check (cause in ('failed', 'timed_out', 'lost')),
  error text not null,
  worker text,
  started_at timestamptz,
  ended_at timestamptz not null default clock_timestamp(),
  refused_at timestamptz,
  primary key (job_id, attempt)
);
comment on column jobs.failures.refused_at is 'When the attempt, given up before, came back with a result and was refused.';
