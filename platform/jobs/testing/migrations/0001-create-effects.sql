-- What the jobs of the tests do: one row an effect, and one a beginning, written outside of any effect.
create table effects (
  job_id bigint not null,
  attempt integer not null,
  worker text not null,
  at timestamptz not null default clock_timestamp()
);
create table beginnings (
  job_id bigint not null,
  attempt integer not null,
  worker text not null,
  at timestamptz not null default clock_timestamp(),
  running_count integer not null
);
