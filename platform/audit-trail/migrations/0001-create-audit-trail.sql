create schema audit;

create table audit.entries (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null default clock_timestamp(),
  actor_kind text not null check (actor_kind in ('account', 'system', 'operator', 'anonymous')),
  actor text,
  action text not null check (action ~ '^[a-z_]+[.][a-z_]+$'),
  outcome text not null check (outcome in ('done', 'refused')),
  target_kind text not null,
  target text,
  changes jsonb not null check (jsonb_typeof(changes) = 'object'),
  reason text,
  request_id text,
  address text,
  user_agent text
);
create index entries_by_actor on audit.entries (actor, id desc);
create index entries_by_action on audit.entries (action, id desc);
create index entries_by_target on audit.entries (target, target_kind, id desc);
create index entries_by_time on audit.entries (at, id);
comment on table audit.entries is 'Who did what to what. Written in the transaction of the change, never changed or removed.';
comment on column audit.entries.actor is 'The id of an account or the name of a system. No foreign key: entries outlive who they are about.';
comment on column audit.entries.changes is 'Field by field {"before", "after"}, or {"secret": true} where the values are nobody''s business.';

create table audit.unsealed (
  entry_id bigint primary key references audit.entries
);
comment on table audit.unsealed is 'Entries that wait for their place in the chain. Each is here from the moment it is written, in whatever order transactions end.';

create table audit.seals (
  position bigint primary key check (position > 0),
  entry_id bigint not null unique references audit.entries,
  hash bytea not null check (length(hash) = 32)
);
comment on table audit.seals is 'The chain: each hash covers its entry and the hash before it. Positions have no gaps.';

create table audit.checkpoints (
  position bigint primary key references audit.seals,
  key_id text not null,
  signature bytea not null,
  sealed_at timestamptz(3) not null default clock_timestamp()
);
comment on table audit.checkpoints is 'The hash at a position, signed with a key that the database does not have: whoever owns the database cannot write the chain anew.';

-- Runs with the rights of its owner: nobody else writes into audit.unsealed.
create function audit.await_seal() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into audit.unsealed (entry_id) select id from added;
  return null;
end $$;
create trigger await_seal after insert on audit.entries referencing new table as added
  for each statement execute function audit.await_seal();

-- Also holds where one role is owner and application at once, as long as it does not switch the triggers off.
create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise insufficient_privilege using message = 'The audit trail is only ever added to.';
end $$;
create trigger refuse_change before update or delete or truncate on audit.entries
  for each statement execute function audit.refuse_change();
create trigger refuse_change before update or delete or truncate on audit.seals
  for each statement execute function audit.refuse_change();
create trigger refuse_change before update or delete or truncate on audit.checkpoints
  for each statement execute function audit.refuse_change();

create function audit.seal(first_position bigint, entry_ids bigint[], hashes bytea[], with_key text, signed bytea)
returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  waited bigint;
begin
  -- Two who seal at once take turns; the second one finds that its position is taken.
  lock table audit.seals in share row exclusive mode;
  if first_position <> (select coalesce(max(position), 0) + 1 from audit.seals) then
    raise serialization_failure using message = 'The chain went on meanwhile.';
  end if;
  delete from audit.unsealed where entry_id = any(entry_ids);
  get diagnostics waited = row_count;
  if waited <> cardinality(entry_ids) then
    raise serialization_failure using message = 'Some of these were sealed meanwhile.';
  end if;
  if cardinality(hashes) <> waited or waited = 0 then
    raise invalid_parameter_value using message = 'Each entry is sealed with one hash.';
  end if;
  insert into audit.seals (position, entry_id, hash)
    select first_position + place - 1, entry_id, hash
    from unnest(entry_ids, hashes) with ordinality as given(entry_id, hash, place);
  insert into audit.checkpoints (position, key_id, signature)
    values (first_position + waited - 1, with_key, signed);
end $$;

-- Whoever was given rights on new tables (the application role) keeps reading them, and adding entries.
do $$
declare
  target record;
begin
  for target in
    select c.oid::regclass as name, a.grantee::regrole as grantee from pg_class c, aclexplode(c.relacl) a
    where c.relnamespace = 'audit'::regnamespace and c.relkind = 'r' and a.grantee not in (0, c.relowner)
    group by c.oid, a.grantee
  loop
    execute format('revoke all on %s from %s', target.name, target.grantee);
    execute format('grant select on %s to %s', target.name, target.grantee);
    if target.name = 'audit.entries'::regclass then
      execute format('grant insert on %s to %s', target.name, target.grantee);
    end if;
  end loop;
end $$;
