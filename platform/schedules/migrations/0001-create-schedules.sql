-- What is due by the clock, and what became of each time it was. All times are the database's.

create schema schedules;

create table schedules.schedules (
  name text primary key,
  cron text not null,
  zone text not null,
  decided_until timestamptz(3) not null,
  paused_at timestamptz(3)
);
comment on table schedules.schedules is 'One row a schedule; whoever holds its lock decides about its windows.';
comment on column schedules.schedules.decided_until is 'Of every window up to here it is decided what becomes of it.';

create table schedules.windows (
  schedule text not null references schedules.schedules,
  at timestamptz(3) not null,
  outcome text not null check (outcome in ('run', 'missed')),
  missed_before integer not null check (missed_before >= 0),
  job_id bigint check ((job_id is not null) = (outcome = 'run')),
  decided_at timestamptz(3) not null default clock_timestamp(),
  primary key (schedule, at)
);
comment on table schedules.windows is 'Moments at which a schedule was due. A window stands here once, so it has one job.';
comment on column schedules.windows.missed_before is 'How many windows right before this one were left out, by the policy of the schedule.';
