-- What was imported when, from which file, with which outcome. A run that died keeps its last counters.

create table import_runs (
  id integer generated always as identity primary key,
  source text not null,
  file_name text not null,
  status text not null default 'running' check (status in ('running', 'succeeded', 'failed')),
  created_count integer not null default 0,
  updated_count integer not null default 0,
  unchanged_count integer not null default 0,
  rejected_count integer not null default 0,
  problem text,
  source_date date,
  started_at timestamptz(3) not null default now(),
  finished_at timestamptz(3)
);
create index import_runs_by_source on import_runs (source, started_at desc);

create table import_rejections (
  run_id integer not null references import_runs (id) on delete cascade,
  row_number integer not null,
  label text not null,
  reason text not null,
  primary key (run_id, row_number)
);
