create schema limits;

-- Unlogged: a count that a crash of the server forgets is worth less than the writing of each to disk. Everything else
-- (processes that end, connections that break) leaves it as it is.
create unlogged table limits.guards (
  key text primary key,
  hits timestamptz[] not null,
  expires_at timestamptz not null
) with (fillfactor = 70);
comment on table limits.guards is 'The moments of the last hits on what is guarded, at most as many as the guard lets through.';
comment on column limits.guards.key is 'Policy and a hash of the subject: no address and nothing that somebody typed stands here.';

create unlogged table limits.budgets (
  key text primary key,
  full_at timestamptz not null,
  granted integer not null
) with (fillfactor = 70);
comment on table limits.budgets is 'Of each budget in use the moment at which it will be whole again.';
comment on column limits.budgets.granted is 'What the last statement that took from it was given.';
