-- What happened, for people who are looking: of each subject the latest that is to be said of it. Whoever follows keeps the
-- snapshot up to which he has seen everything, and asks for what transactions wrote that it did not contain. So nothing is
-- missed that commits late, and nothing comes twice, in whatever order transactions end.
create schema events;

create table events.latest (
  audience text not null,
  kind text not null,
  subject text not null,
  body jsonb not null check (pg_column_size(body) <= 8192),
  changed_by xid8 not null default pg_current_xact_id(),
  changed_at timestamptz(3) not null default clock_timestamp(),
  primary key (audience, kind, subject)
);
create index latest_by_transaction on events.latest (changed_by);
create index latest_by_time on events.latest (changed_at);
comment on column events.latest.audience is 'Who may see it: one account, or those with some permission.';
comment on column events.latest.changed_by is 'The transaction that said it last.';

create table events.forgotten (
  is_only boolean primary key default true check (is_only),
  through xid8 not null
);
insert into events.forgotten (through) values ('0');
comment on table events.forgotten is 'Events of transactions up to this one may have been removed: who has not seen them has to look at everything anew.';

-- Says something of a subject, in the caller's transaction; what was said of it before is replaced.
create function events.publish(to_audience text, of_kind text, of_subject text, with_body jsonb) returns void
language sql as $$
  insert into events.latest (audience, kind, subject, body) values (to_audience, of_kind, of_subject, with_body)
  on conflict (audience, kind, subject) do update
  set body = excluded.body, changed_by = excluded.changed_by, changed_at = excluded.changed_at;
$$;
