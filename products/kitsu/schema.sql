-- Schemas

create schema audit;
create schema events;
create schema identity;
create schema jobs;
create schema limits;
create schema mail;
create schema schedules;
create schema seaworthy;

-- Extensions

create extension pg_trgm schema public;

-- Functions

CREATE OR REPLACE FUNCTION audit.await_seal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into audit.unsealed (entry_id) select id from added;
  return null;
end $function$;
CREATE OR REPLACE FUNCTION audit.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise insufficient_privilege using message = 'The audit trail is only ever added to.';
end $function$;
CREATE OR REPLACE FUNCTION audit.seal(first_position bigint, entry_ids bigint[], hashes bytea[], with_key text, signed bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$;
CREATE OR REPLACE FUNCTION events.publish(to_audience text, of_kind text, of_subject text, with_body jsonb)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into events.latest (audience, kind, subject, body) values (to_audience, of_kind, of_subject, with_body)
  on conflict (audience, kind, subject) do update
  set body = excluded.body, changed_by = excluded.changed_by, changed_at = excluded.changed_at;
$function$;
CREATE OR REPLACE FUNCTION jobs.cancel(which bigint)
 RETURNS text
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
declare
  job jobs.unfinished;
begin
  select * into job from jobs.unfinished where id = which for update;
  if not found then return null; end if;
  if job.worker_id is null then
    perform jobs.finish(job, 'cancelled');
    return 'cancelled';
  end if;
  update jobs.unfinished set cancel_requested_at = coalesce(cancel_requested_at, clock_timestamp()) where id = which;
  perform pg_notify('seaworthy_jobs', '');
  return 'asked';
end $function$;
CREATE OR REPLACE FUNCTION jobs.complete(by_worker bigint, of_jobs bigint[], at_attempts integer[], with_progress jsonb[])
 RETURNS SETOF bigint
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
begin
  return query
    with ended as (
      delete from jobs.unfinished u using unnest(of_jobs, at_attempts, with_progress) as given (id, attempt, progress)
      where u.id = given.id and u.attempt = given.attempt and u.worker_id = by_worker
      returning u.*, given.progress as last_progress
    )
    insert into jobs.finished (id, task, queue, priority, payload, key, attempt, attempts_max, backoff_ms, worker, outcome,
      progress, created_at, started_at)
    select e.id, e.task, e.queue, e.priority, e.payload, e.key, e.attempt, e.attempts_max, e.backoff_ms, e.worker, 'succeeded',
      coalesce(e.last_progress, e.progress), e.created_at, e.started_at
    from ended e returning id;
end $function$;
CREATE OR REPLACE FUNCTION jobs.end_attempt(of_job bigint, by_worker bigint, at_attempt integer, as_cause text, with_error text, is_hopeless boolean)
 RETURNS text
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
declare
  job jobs.unfinished;
  counted integer;
  becomes text;
begin
  select * into job from jobs.unfinished
  where id = of_job and worker_id = by_worker and attempt = at_attempt for update;
  if not found then return null; end if;
  counted := job.attempt - job.handed_back;
  becomes := case
    when job.cancel_requested_at is not null then 'cancelled'
    when as_cause = 'handed_back' then 'waiting'
    when is_hopeless or counted >= job.attempts_max then 'dead'
    else 'waiting' end;
  if as_cause <> 'handed_back' then
    insert into jobs.failures (job_id, attempt, cause, error, worker, started_at)
    values (job.id, job.attempt, as_cause, with_error, job.worker, job.started_at);
  end if;
  if becomes <> 'waiting' then
    perform jobs.finish(job, becomes);
  elsif as_cause = 'handed_back' then
    update jobs.unfinished
    set worker_id = null, worker = null, started_at = null, handed_back = handed_back + 1, run_at = clock_timestamp()
    where id = job.id;
    perform pg_notify('seaworthy_jobs', job.queue);
  else
    -- Doubled with each attempt up to an hour, and between three and five quarters of that: no herd comes back as one.
    update jobs.unfinished
    set worker_id = null, worker = null, started_at = null, losses = losses + (as_cause = 'lost')::integer,
      run_at = clock_timestamp() + (0.75 + random() / 2)
      * least(make_interval(hours => 1), make_interval(secs => job.backoff_ms / 1000.0) * 2 ^ least(counted - 1, 30))
    where id = job.id;
  end if;
  return becomes;
end $function$;
CREATE OR REPLACE FUNCTION jobs.enqueue(of_task text, in_queue text, at_priority integer, with_payload jsonb, by_key text, replaces boolean, at_time timestamp with time zone, delay_ms double precision, most_attempts integer, backoff integer)
 RETURNS bigint
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
declare
  due constant timestamptz := coalesce(at_time, clock_timestamp()) + make_interval(secs => coalesce(delay_ms, 0) / 1000);
  found_id bigint;
  is_sooner boolean;
begin
  if due <= clock_timestamp() then perform pg_notify('seaworthy_jobs', in_queue); end if;
  loop
    if by_key is not null and replaces then
      update jobs.unfinished set payload = with_payload, run_at = due, priority = at_priority
      where task = of_task and key = by_key and attempt = 0 returning id into found_id;
    elsif by_key is not null then
      -- Several may join at once; only taking the job needs the row for itself.
      select id, run_at > due or priority > at_priority into found_id, is_sooner from jobs.unfinished
      where task = of_task and key = by_key and attempt = 0 for key share;
      if is_sooner then
        update jobs.unfinished set run_at = least(run_at, due), priority = least(priority, at_priority)
        where id = found_id;
      end if;
    end if;
    if found_id is not null then return found_id; end if;
    insert into jobs.unfinished (task, queue, priority, payload, key, run_at, attempts_max, backoff_ms)
    values (of_task, in_queue, at_priority, with_payload, by_key, due, most_attempts, backoff)
    on conflict (task, key) where attempt = 0 do nothing returning id into found_id;
    if found_id is not null then return found_id; end if;
  end loop;
end $function$;
CREATE OR REPLACE FUNCTION jobs.finish(job jobs.unfinished, as_outcome text)
 RETURNS void
 LANGUAGE sql
AS $function$
  delete from jobs.unfinished where id = job.id;
  insert into jobs.finished (id, task, queue, priority, payload, key, attempt, attempts_max, backoff_ms, worker, outcome,
    progress, created_at, started_at)
  values (job.id, job.task, job.queue, job.priority, job.payload, job.key, job.attempt, job.attempts_max, job.backoff_ms,
    job.worker, as_outcome, job.progress, job.created_at, job.started_at);
$function$;
CREATE OR REPLACE FUNCTION jobs.pick(of_queue text, at_priority integer, tasks text[], were_lost boolean, most integer)
 RETURNS SETOF bigint
 LANGUAGE plpgsql
AS $function$
declare
  due constant timestamptz := clock_timestamp();
begin
  return query
    select u.id from jobs.unfinished u
    where u.queue = of_queue and u.priority = at_priority and u.worker_id is null and u.run_at <= due
      and (u.losses > 0) = were_lost and u.task = any(tasks)
      and (u.key is null or u.attempt > 0 or not exists (
        select from jobs.unfinished b where b.task = u.task and b.key = u.key and b.attempt > 0))
    order by u.run_at, u.id limit most for update skip locked;
end $function$;
CREATE OR REPLACE FUNCTION jobs.release_lost(silent_for interval)
 RETURNS integer
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
declare
  lost record;
  lost_count integer := 0;
begin
  delete from jobs.workers where id in (
    select w.id from jobs.workers w
    where w.seen_at < clock_timestamp() - silent_for
      and (w.seen_at < clock_timestamp() - w.lease or not exists (
        select from pg_locks l where l.locktype = 'advisory' and l.granted and l.classid = 1784639857 and l.objid = w.mark::oid
          and l.database = (select oid from pg_database where datname = current_database())))
    for update skip locked);
  for lost in
    select u.id, u.worker_id, u.attempt from jobs.unfinished u
    where u.worker_id is not null and not exists (select from jobs.workers w where w.id = u.worker_id)
    for update skip locked
  loop
    perform jobs.end_attempt(lost.id, lost.worker_id, lost.attempt, 'lost', 'The worker died or did not answer for its lease.', false);
    lost_count := lost_count + 1;
  end loop;
  return lost_count;
end $function$;
CREATE OR REPLACE FUNCTION jobs.replay(which bigint)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
declare
  job jobs.finished;
begin
  delete from jobs.finished where id = which and outcome in ('dead', 'cancelled') returning * into job;
  if not found then return null; end if;
  insert into jobs.unfinished (id, task, queue, priority, payload, key, attempt, handed_back, losses, attempts_max, backoff_ms,
    created_at)
  overriding system value values (job.id, job.task, job.queue, job.priority, job.payload, job.key, job.attempt, job.attempt,
    (select count(*) from jobs.failures where job_id = job.id and cause = 'lost'), job.attempts_max, job.backoff_ms,
    job.created_at);
  perform pg_notify('seaworthy_jobs', job.queue);
  return job.id;
end $function$;
CREATE OR REPLACE FUNCTION jobs.take(for_worker bigint, queues text[], running_maxes integer[], tasks text[], free_slots integer)
 RETURNS SETOF jobs.unfinished
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
 SET enable_sort TO 'off'
AS $function$
declare
  holder text;
  bounded integer;
  has_suspect boolean;
  room integer;
  chosen bigint[];
begin
  select name into holder from jobs.workers where id = for_worker for key share;
  if not found then return; end if;
  for bounded in
    select distinct hashtext(q) from unnest(queues, running_maxes) as given (q, most) where most is not null order by 1
  loop
    perform pg_advisory_xact_lock(1784639858, bounded);
  end loop;
  has_suspect := not exists (select from jobs.unfinished where losses > 0)
    or exists (select from jobs.unfinished where worker_id = for_worker and losses > 0);
  for level in 0..2 loop
    for i in 1..cardinality(queues) loop
      room := free_slots;
      if running_maxes[i] is not null then
        select least(room, running_maxes[i] - count(*)) into room
        from jobs.unfinished where queue = queues[i] and worker_id is not null;
      end if;
      continue when room <= 0;
      chosen := '{}';
      if not has_suspect then
        chosen := array(select jobs.pick(queues[i], level, tasks, true, 1));
        has_suspect := cardinality(chosen) > 0;
      end if;
      if room > cardinality(chosen) then
        chosen := chosen || array(select jobs.pick(queues[i], level, tasks, false, room - cardinality(chosen)));
      end if;
      continue when chosen = '{}';
      return query
        update jobs.unfinished u
        set worker_id = for_worker, worker = holder, attempt = u.attempt + 1, started_at = clock_timestamp(), progress = null
        where u.id = any(chosen) returning u.*;
      free_slots := free_slots - cardinality(chosen);
      if free_slots <= 0 then return; end if;
    end loop;
  end loop;
end $function$;
CREATE OR REPLACE FUNCTION public.near_names(query text, candidates_max integer)
 RETURNS TABLE(name_id bigint, title_id integer, name text, closeness real)
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET "pg_trgm.similarity_threshold" TO '0.25'
 SET "pg_trgm.word_similarity_threshold" TO '0.5'
AS $function$
  select n.id, n.title_id, n.name,
    greatest(similarity(n.normalised, query), word_similarity(query, n.normalised) * 0.9)
  from title_names n
  where n.normalised % query or query <% n.normalised
  order by 4 desc, n.id
  limit candidates_max
$function$;
CREATE OR REPLACE FUNCTION public.note_changed_titles()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into title_changes (title_id) select id from changed order by id
  on conflict (title_id) do update set changed_by = excluded.changed_by where title_changes.changed_by <> excluded.changed_by;
  return null;
end
$function$;
CREATE OR REPLACE FUNCTION public.note_titles_of_changed_names()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into title_changes (title_id) select distinct title_id from changed order by title_id
  on conflict (title_id) do update set changed_by = excluded.changed_by where title_changes.changed_by <> excluded.changed_by;
  return null;
end
$function$;
CREATE OR REPLACE FUNCTION public.tell_of_ended_session()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform events.publish('account:' || new.account_id, 'session.ended', new.id::text,
    jsonb_build_object('reason', new.end_reason, 'device', new.device_name));
  return null;
end
$function$;
CREATE OR REPLACE FUNCTION public.tell_of_finished_job()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform tell_of_job(new.id, new.task, new.outcome, new.progress);
  return null;
end
$function$;
CREATE OR REPLACE FUNCTION public.tell_of_job(job bigint, task text, state text, progress jsonb)
 RETURNS void
 LANGUAGE sql
AS $function$
  select events.publish('staff:jobs', 'job', job::text, jsonb_build_object('task', task, 'state', state, 'progress', progress));
$function$;
CREATE OR REPLACE FUNCTION public.tell_of_unfinished_job()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform tell_of_job(new.id, new.task,
    case when new.worker_id is null then 'waiting' when new.cancel_requested_at is null then 'running' else 'cancelling' end,
    new.progress);
  return null;
end
$function$;

-- Tables

create table audit.checkpoints (
  "position" bigint not null,
  key_id text not null,
  signature bytea not null,
  sealed_at timestamp(3) with time zone not null default clock_timestamp()
);
create table audit.entries (
  id bigint not null generated always as identity (start 1 increment 1 maxvalue 9223372036854775807),
  at timestamp(3) with time zone not null default clock_timestamp(),
  actor_kind text not null,
  actor text,
  action text not null,
  outcome text not null,
  target_kind text not null,
  target text,
  changes jsonb not null,
  reason text,
  request_id text,
  address text,
  user_agent text
);
create table audit.seals (
  "position" bigint not null,
  entry_id bigint not null,
  hash bytea not null
);
create table audit.unsealed (
  entry_id bigint not null
);
create table events.forgotten (
  is_only boolean not null default true,
  through xid8 not null
);
create table events.latest (
  audience text not null,
  kind text not null,
  subject text not null,
  body jsonb not null,
  changed_by xid8 not null default pg_current_xact_id(),
  changed_at timestamp(3) with time zone not null default clock_timestamp()
);
create table identity.accounts (
  id uuid not null default gen_random_uuid(),
  email text not null,
  email_key text not null,
  display_name text not null,
  language text not null,
  suspended_at timestamp(3) with time zone,
  suspension_reason text,
  deletion_due_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null default now()
);
create table identity.api_keys (
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  name text not null,
  prefix text not null,
  token_hash bytea not null,
  scopes text[] not null,
  created_at timestamp(3) with time zone not null default now(),
  expires_at timestamp(3) with time zone,
  last_used_at timestamp(3) with time zone,
  last_address text,
  revoked_at timestamp(3) with time zone
);
create table identity.challenges (
  id uuid not null default gen_random_uuid(),
  purpose text not null,
  account_id uuid,
  email text,
  attempt_count integer not null default 0,
  created_at timestamp(3) with time zone not null default now(),
  expires_at timestamp(3) with time zone not null,
  used_at timestamp(3) with time zone
);
create table identity.devices (
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  token_hash bytea not null,
  first_used_at timestamp(3) with time zone not null default now(),
  last_used_at timestamp(3) with time zone not null default now()
);
create table identity.passwords (
  account_id uuid not null,
  verifier text not null,
  changed_at timestamp(3) with time zone not null default now()
);
create table identity.recovery_codes (
  account_id uuid not null,
  code_hash bytea not null
);
create table identity.registrations (
  challenge_id uuid not null,
  email text not null,
  display_name text not null,
  language text not null,
  verifier text not null
);
create table identity.role_grants (
  account_id uuid not null,
  role text not null,
  granted_by uuid,
  granted_at timestamp(3) with time zone not null default now()
);
create table identity.second_factors (
  account_id uuid not null,
  sealed_secret text not null,
  confirmed_at timestamp(3) with time zone,
  last_step bigint not null default 0,
  created_at timestamp(3) with time zone not null default now()
);
create table identity.session_tokens (
  token_hash bytea not null,
  session_id uuid not null,
  use text not null,
  generation integer not null,
  expires_at timestamp(3) with time zone not null
);
create table identity.sessions (
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  kind text not null,
  device_id uuid,
  device_name text not null,
  address text not null,
  generation integer not null default 1,
  rotated_at timestamp(3) with time zone,
  rotation_key text,
  rotation_salt bytea,
  created_at timestamp(3) with time zone not null default now(),
  last_used_at timestamp(3) with time zone not null default now(),
  expires_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone,
  end_reason text
);
create table jobs.failures (
  job_id bigint not null,
  attempt integer not null,
  cause text not null,
  error text not null,
  worker text,
  started_at timestamp with time zone,
  ended_at timestamp with time zone not null default clock_timestamp(),
  refused_at timestamp with time zone
);
create table jobs.finished (
  id bigint not null,
  task text not null,
  queue text not null,
  priority smallint not null,
  payload jsonb not null,
  key text,
  attempt integer not null,
  attempts_max integer not null,
  backoff_ms integer not null,
  worker text,
  outcome text not null,
  progress jsonb,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone not null default clock_timestamp()
);
create table jobs.unfinished (
  id bigint not null generated always as identity (start 1 increment 1 maxvalue 9223372036854775807),
  task text not null,
  queue text not null,
  priority smallint not null,
  payload jsonb not null,
  key text,
  run_at timestamp with time zone not null default clock_timestamp(),
  attempt integer not null default 0,
  handed_back integer not null default 0,
  losses integer not null default 0,
  attempts_max integer not null,
  backoff_ms integer not null,
  worker_id bigint,
  worker text,
  started_at timestamp with time zone,
  cancel_requested_at timestamp with time zone,
  progress jsonb,
  created_at timestamp with time zone not null default clock_timestamp()
) with (fillfactor=70, autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=2000, autovacuum_analyze_scale_factor=0, autovacuum_analyze_threshold=5000);
create table jobs.workers (
  id bigint not null generated always as identity (start 1 increment 1 maxvalue 9223372036854775807),
  name text not null,
  mark integer not null,
  lease interval not null,
  seen_at timestamp with time zone not null default clock_timestamp(),
  started_at timestamp with time zone not null default clock_timestamp()
) with (fillfactor=50);
create unlogged table limits.budgets (
  key text not null,
  full_at timestamp with time zone not null,
  granted integer not null
) with (fillfactor=70);
create unlogged table limits.guards (
  key text not null,
  hits timestamp with time zone[] not null,
  expires_at timestamp with time zone not null
) with (fillfactor=70);
create table mail.captured (
  mail_id bigint not null,
  message_id text not null,
  sender text not null,
  recipient text not null,
  subject text not null,
  html text not null,
  plain text not null,
  captured_at timestamp(3) with time zone not null default now()
);
create table mail.messages (
  id bigint not null generated always as identity (start 1 increment 1 maxvalue 9223372036854775807),
  message_key uuid not null default gen_random_uuid(),
  kind text not null,
  recipient text not null,
  language text not null,
  facts jsonb not null,
  requested_at timestamp(3) with time zone not null default now(),
  useful_until timestamp(3) with time zone,
  sent_at timestamp(3) with time zone,
  answer text
);
create table public.franchises (
  id integer not null generated always as identity (start 1 increment 1 maxvalue 2147483647),
  slug text not null,
  name text not null
);
create table public.genres (
  id integer not null generated always as identity (start 1 increment 1 maxvalue 2147483647),
  slug text not null,
  kind text not null,
  name_en text not null,
  name_ru text
);
create table public.import_rejections (
  run_id integer not null,
  row_number integer not null,
  label text not null,
  reason text not null
);
create table public.import_runs (
  id integer not null generated always as identity (start 1 increment 1 maxvalue 2147483647),
  source text not null,
  file_name text not null,
  status text not null default 'running'::text,
  created_count integer not null default 0,
  updated_count integer not null default 0,
  unchanged_count integer not null default 0,
  rejected_count integer not null default 0,
  problem text,
  source_date date,
  started_at timestamp(3) with time zone not null default now(),
  finished_at timestamp(3) with time zone
);
create table public.studios (
  id integer not null generated always as identity (start 1 increment 1 maxvalue 2147483647),
  slug text not null,
  name text not null
);
create table public.title_changes (
  title_id integer not null,
  changed_by xid8 not null default pg_current_xact_id()
);
create table public.title_descriptions (
  title_id integer not null,
  language text not null,
  body text not null,
  source text not null
);
create table public.title_external_ids (
  provider text not null,
  external_id text not null,
  title_id integer not null,
  source text not null
);
create table public.title_genres (
  title_id integer not null,
  genre_id integer not null
);
create table public.title_names (
  id bigint not null generated always as identity (start 1 increment 1 maxvalue 9223372036854775807),
  title_id integer not null,
  name text not null,
  kind text not null,
  language text,
  source text not null,
  normalised text not null,
  compact text not null
);
create table public.title_relations (
  title_id integer not null,
  provider text not null,
  external_id text not null,
  kind text not null,
  source text not null
);
create table public.title_sources (
  title_id integer not null,
  source text not null,
  payload_hash text not null,
  imported_at timestamp(3) with time zone not null default now()
);
create table public.title_studios (
  title_id integer not null,
  studio_id integer not null,
  role text not null
);
create table public.titles (
  id integer not null generated always as identity (start 1 increment 1 maxvalue 2147483647),
  slug text not null,
  main_title text not null,
  romaji_title text,
  english_title text,
  japanese_title text,
  russian_title text,
  kind text not null default 'unknown'::text,
  status text not null default 'unknown'::text,
  season text,
  year smallint,
  start_date date,
  end_date date,
  episode_count integer,
  episode_duration_s integer,
  age_rating text,
  is_adult boolean not null default false,
  score numeric(4,2),
  score_count integer,
  popularity integer,
  prominence double precision not null default 0,
  poster_picture_url text,
  franchise_id integer,
  state text not null default 'draft'::text,
  deleted_at timestamp(3) with time zone,
  version integer not null default 1,
  provenance jsonb not null default '{}'::jsonb,
  locked_fields text[] not null default '{}'::text[],
  is_demo boolean not null default false,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  is_listed boolean generated always as (((state = 'published'::text) AND (deleted_at IS NULL))) stored,
  ranking double precision not null generated always as (COALESCE(log(((popularity + 1))::double precision), prominence)) stored,
  score_order double precision not null generated always as ((COALESCE((((score * (COALESCE(score_count, popularity, 1000))::numeric) + (6.5 * (1000)::numeric)) / ((COALESCE(score_count, popularity, 1000) + 1000))::numeric), (0)::numeric))::double precision) stored,
  title_order text not null,
  aired_order integer not null generated always as (COALESCE(((((EXTRACT(year FROM start_date))::integer * 10000) + ((EXTRACT(month FROM start_date))::integer * 100)) + (EXTRACT(day FROM start_date))::integer), ((year * 10000) +
CASE season
    WHEN 'winter'::text THEN 100
    WHEN 'spring'::text THEN 400
    WHEN 'summer'::text THEN 700
    WHEN 'fall'::text THEN 1000
    ELSE 0
END), 0)) stored
);
create table schedules.schedules (
  name text not null,
  cron text not null,
  zone text not null,
  decided_until timestamp(3) with time zone not null,
  paused_at timestamp(3) with time zone
);
create table schedules.windows (
  schedule text not null,
  at timestamp(3) with time zone not null,
  outcome text not null,
  missed_before integer not null,
  job_id bigint,
  decided_at timestamp(3) with time zone not null default clock_timestamp()
);
create table seaworthy.migrations (
  owner text not null,
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now()
);

-- Constraints

alter table audit.checkpoints add constraint checkpoints_pkey PRIMARY KEY ("position");
alter table audit.checkpoints add constraint checkpoints_position_fkey FOREIGN KEY ("position") REFERENCES audit.seals("position");
alter table audit.entries add constraint entries_pkey PRIMARY KEY (id);
alter table audit.entries add constraint entries_action_check CHECK ((action ~ '^[a-z_]+[.][a-z_]+$'::text));
alter table audit.entries add constraint entries_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['account'::text, 'system'::text, 'operator'::text, 'anonymous'::text])));
alter table audit.entries add constraint entries_changes_check CHECK ((jsonb_typeof(changes) = 'object'::text));
alter table audit.entries add constraint entries_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text])));
alter table audit.seals add constraint seals_pkey PRIMARY KEY ("position");
alter table audit.seals add constraint seals_entry_id_key UNIQUE (entry_id);
alter table audit.seals add constraint seals_hash_check CHECK ((length(hash) = 32));
alter table audit.seals add constraint seals_position_check CHECK (("position" > 0));
alter table audit.seals add constraint seals_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES audit.entries(id);
alter table audit.unsealed add constraint unsealed_pkey PRIMARY KEY (entry_id);
alter table audit.unsealed add constraint unsealed_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES audit.entries(id);
alter table events.forgotten add constraint forgotten_pkey PRIMARY KEY (is_only);
alter table events.forgotten add constraint forgotten_is_only_check CHECK (is_only);
alter table events.latest add constraint latest_pkey PRIMARY KEY (audience, kind, subject);
alter table events.latest add constraint latest_body_check CHECK ((pg_column_size(body) <= 8192));
alter table identity.accounts add constraint accounts_pkey PRIMARY KEY (id);
alter table identity.accounts add constraint accounts_email_key_key UNIQUE (email_key);
alter table identity.accounts add constraint accounts_check CHECK (((suspended_at IS NULL) = (suspension_reason IS NULL)));
alter table identity.accounts add constraint accounts_display_name_check CHECK ((display_name <> ''::text));
alter table identity.accounts add constraint accounts_language_check CHECK ((language ~ '^[a-z]{2,3}$'::text));
alter table identity.api_keys add constraint api_keys_pkey PRIMARY KEY (id);
alter table identity.api_keys add constraint api_keys_token_hash_key UNIQUE (token_hash);
alter table identity.api_keys add constraint api_keys_name_check CHECK ((name <> ''::text));
alter table identity.api_keys add constraint api_keys_token_hash_check CHECK ((length(token_hash) = 32));
alter table identity.api_keys add constraint api_keys_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.accounts(id) ON DELETE CASCADE;
alter table identity.challenges add constraint challenges_pkey PRIMARY KEY (id);
alter table identity.challenges add constraint challenges_purpose_check CHECK ((purpose = ANY (ARRAY['verify'::text, 'reset'::text, 'email'::text, 'second_factor'::text])));
alter table identity.challenges add constraint challenges_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.accounts(id) ON DELETE CASCADE;
alter table identity.devices add constraint devices_pkey PRIMARY KEY (id);
alter table identity.devices add constraint devices_token_hash_key UNIQUE (token_hash);
alter table identity.devices add constraint devices_token_hash_check CHECK ((length(token_hash) = 32));
alter table identity.devices add constraint devices_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.accounts(id) ON DELETE CASCADE;
alter table identity.passwords add constraint passwords_pkey PRIMARY KEY (account_id);
alter table identity.passwords add constraint passwords_verifier_check CHECK ((verifier <> ''::text));
alter table identity.passwords add constraint passwords_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.accounts(id) ON DELETE CASCADE;
alter table identity.recovery_codes add constraint recovery_codes_pkey PRIMARY KEY (account_id, code_hash);
alter table identity.recovery_codes add constraint recovery_codes_code_hash_check CHECK ((length(code_hash) = 32));
alter table identity.recovery_codes add constraint recovery_codes_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.accounts(id) ON DELETE CASCADE;
alter table identity.registrations add constraint registrations_pkey PRIMARY KEY (challenge_id);
alter table identity.registrations add constraint registrations_challenge_id_fkey FOREIGN KEY (challenge_id) REFERENCES identity.challenges(id) ON DELETE CASCADE;
alter table identity.role_grants add constraint role_grants_pkey PRIMARY KEY (account_id, role);
alter table identity.role_grants add constraint role_grants_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.accounts(id) ON DELETE CASCADE;
alter table identity.role_grants add constraint role_grants_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES identity.accounts(id) ON DELETE SET NULL;
alter table identity.second_factors add constraint second_factors_pkey PRIMARY KEY (account_id);
alter table identity.second_factors add constraint second_factors_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.accounts(id) ON DELETE CASCADE;
alter table identity.session_tokens add constraint session_tokens_pkey PRIMARY KEY (token_hash);
alter table identity.session_tokens add constraint session_tokens_token_hash_check CHECK ((length(token_hash) = 32));
alter table identity.session_tokens add constraint session_tokens_use_check CHECK ((use = ANY (ARRAY['cookie'::text, 'access'::text, 'refresh'::text])));
alter table identity.session_tokens add constraint session_tokens_session_id_fkey FOREIGN KEY (session_id) REFERENCES identity.sessions(id) ON DELETE CASCADE;
alter table identity.sessions add constraint sessions_pkey PRIMARY KEY (id);
alter table identity.sessions add constraint sessions_check CHECK (((ended_at IS NULL) = (end_reason IS NULL)));
alter table identity.sessions add constraint sessions_kind_check CHECK ((kind = ANY (ARRAY['browser'::text, 'api'::text])));
alter table identity.sessions add constraint sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.accounts(id) ON DELETE CASCADE;
alter table identity.sessions add constraint sessions_device_id_fkey FOREIGN KEY (device_id) REFERENCES identity.devices(id) ON DELETE SET NULL;
alter table jobs.failures add constraint failures_pkey PRIMARY KEY (job_id, attempt);
alter table jobs.failures add constraint failures_cause_check CHECK ((cause = ANY (ARRAY['failed'::text, 'timed_out'::text, 'lost'::text])));
alter table jobs.finished add constraint finished_pkey PRIMARY KEY (id);
alter table jobs.finished add constraint finished_outcome_check CHECK ((outcome = ANY (ARRAY['succeeded'::text, 'dead'::text, 'cancelled'::text])));
alter table jobs.unfinished add constraint unfinished_pkey PRIMARY KEY (id);
alter table jobs.unfinished add constraint unfinished_attempts_max_check CHECK ((attempts_max > 0));
alter table jobs.unfinished add constraint unfinished_backoff_ms_check CHECK ((backoff_ms >= 0));
alter table jobs.unfinished add constraint unfinished_priority_check CHECK (((priority >= 0) AND (priority <= 2)));
alter table jobs.workers add constraint workers_pkey PRIMARY KEY (id);
alter table limits.budgets add constraint budgets_pkey PRIMARY KEY (key);
alter table limits.guards add constraint guards_pkey PRIMARY KEY (key);
alter table mail.captured add constraint captured_pkey PRIMARY KEY (mail_id);
alter table mail.captured add constraint captured_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mail.messages(id) ON DELETE CASCADE;
alter table mail.messages add constraint messages_pkey PRIMARY KEY (id);
alter table mail.messages add constraint messages_message_key_key UNIQUE (message_key);
alter table mail.messages add constraint messages_check CHECK (((sent_at IS NULL) = (answer IS NULL)));
alter table mail.messages add constraint messages_kind_check CHECK ((kind ~ '^[a-z][a-z_]*$'::text));
alter table mail.messages add constraint messages_recipient_check CHECK ((recipient <> ''::text));
alter table public.franchises add constraint franchises_pkey PRIMARY KEY (id);
alter table public.franchises add constraint franchises_slug_key UNIQUE (slug);
alter table public.genres add constraint genres_pkey PRIMARY KEY (id);
alter table public.genres add constraint genres_slug_key UNIQUE (slug);
alter table public.genres add constraint genres_kind_check CHECK ((kind = ANY (ARRAY['genre'::text, 'theme'::text, 'demographic'::text, 'tag'::text])));
alter table public.genres add constraint genres_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
alter table public.import_rejections add constraint import_rejections_pkey PRIMARY KEY (run_id, row_number);
alter table public.import_rejections add constraint import_rejections_run_id_fkey FOREIGN KEY (run_id) REFERENCES public.import_runs(id) ON DELETE CASCADE;
alter table public.import_runs add constraint import_runs_pkey PRIMARY KEY (id);
alter table public.import_runs add constraint import_runs_status_check CHECK ((status = ANY (ARRAY['running'::text, 'succeeded'::text, 'failed'::text])));
alter table public.studios add constraint studios_pkey PRIMARY KEY (id);
alter table public.studios add constraint studios_slug_key UNIQUE (slug);
alter table public.studios add constraint studios_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
alter table public.title_changes add constraint title_changes_pkey PRIMARY KEY (title_id);
alter table public.title_descriptions add constraint title_descriptions_pkey PRIMARY KEY (title_id, language);
alter table public.title_descriptions add constraint title_descriptions_body_check CHECK ((body <> ''::text));
alter table public.title_descriptions add constraint title_descriptions_language_check CHECK ((language ~ '^[a-z]{2,3}$'::text));
alter table public.title_descriptions add constraint title_descriptions_title_id_fkey FOREIGN KEY (title_id) REFERENCES public.titles(id) ON DELETE CASCADE;
alter table public.title_external_ids add constraint title_external_ids_pkey PRIMARY KEY (provider, external_id);
alter table public.title_external_ids add constraint title_external_ids_title_id_fkey FOREIGN KEY (title_id) REFERENCES public.titles(id) ON DELETE CASCADE;
alter table public.title_genres add constraint title_genres_pkey PRIMARY KEY (title_id, genre_id);
alter table public.title_genres add constraint title_genres_genre_id_fkey FOREIGN KEY (genre_id) REFERENCES public.genres(id);
alter table public.title_genres add constraint title_genres_title_id_fkey FOREIGN KEY (title_id) REFERENCES public.titles(id) ON DELETE CASCADE;
alter table public.title_names add constraint title_names_pkey PRIMARY KEY (id);
alter table public.title_names add constraint title_names_title_id_name_key UNIQUE (title_id, name);
alter table public.title_names add constraint title_names_kind_check CHECK ((kind = ANY (ARRAY['main'::text, 'official'::text, 'synonym'::text, 'short'::text])));
alter table public.title_names add constraint title_names_language_check CHECK ((language ~ '^[a-z]{2,3}(-[A-Za-z]{4})?$'::text));
alter table public.title_names add constraint title_names_name_check CHECK ((name <> ''::text));
alter table public.title_names add constraint title_names_title_id_fkey FOREIGN KEY (title_id) REFERENCES public.titles(id) ON DELETE CASCADE;
alter table public.title_relations add constraint title_relations_pkey PRIMARY KEY (title_id, provider, external_id);
alter table public.title_relations add constraint title_relations_kind_check CHECK ((kind = ANY (ARRAY['sequel'::text, 'prequel'::text, 'side_story'::text, 'parent'::text, 'movie'::text, 'summary'::text, 'spin_off'::text, 'alternative'::text, 'other'::text, 'unspecified'::text])));
alter table public.title_relations add constraint title_relations_title_id_fkey FOREIGN KEY (title_id) REFERENCES public.titles(id) ON DELETE CASCADE;
alter table public.title_sources add constraint title_sources_pkey PRIMARY KEY (title_id, source);
alter table public.title_sources add constraint title_sources_title_id_fkey FOREIGN KEY (title_id) REFERENCES public.titles(id) ON DELETE CASCADE;
alter table public.title_studios add constraint title_studios_pkey PRIMARY KEY (title_id, studio_id, role);
alter table public.title_studios add constraint title_studios_role_check CHECK ((role = ANY (ARRAY['studio'::text, 'producer'::text])));
alter table public.title_studios add constraint title_studios_studio_id_fkey FOREIGN KEY (studio_id) REFERENCES public.studios(id);
alter table public.title_studios add constraint title_studios_title_id_fkey FOREIGN KEY (title_id) REFERENCES public.titles(id) ON DELETE CASCADE;
alter table public.titles add constraint titles_pkey PRIMARY KEY (id);
alter table public.titles add constraint titles_slug_key UNIQUE (slug);
alter table public.titles add constraint titles_age_rating_check CHECK ((age_rating = ANY (ARRAY['g'::text, 'pg'::text, 'pg_13'::text, 'r'::text, 'r_plus'::text, 'rx'::text])));
alter table public.titles add constraint titles_episode_count_check CHECK ((episode_count > 0));
alter table public.titles add constraint titles_episode_duration_s_check CHECK ((episode_duration_s > 0));
alter table public.titles add constraint titles_kind_check CHECK ((kind = ANY (ARRAY['tv'::text, 'movie'::text, 'ova'::text, 'ona'::text, 'special'::text, 'music'::text, 'unknown'::text])));
alter table public.titles add constraint titles_main_title_check CHECK ((main_title <> ''::text));
alter table public.titles add constraint titles_popularity_check CHECK ((popularity >= 0));
alter table public.titles add constraint titles_score_check CHECK (((score >= (1)::numeric) AND (score <= (10)::numeric)));
alter table public.titles add constraint titles_score_count_check CHECK ((score_count >= 0));
alter table public.titles add constraint titles_season_check CHECK ((season = ANY (ARRAY['winter'::text, 'spring'::text, 'summer'::text, 'fall'::text])));
alter table public.titles add constraint titles_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
alter table public.titles add constraint titles_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'pending'::text, 'published'::text, 'broken'::text, 'archived'::text])));
alter table public.titles add constraint titles_status_check CHECK ((status = ANY (ARRAY['upcoming'::text, 'airing'::text, 'finished'::text, 'unknown'::text])));
alter table public.titles add constraint titles_year_check CHECK (((year >= 1900) AND (year <= 2200)));
alter table public.titles add constraint titles_franchise_id_fkey FOREIGN KEY (franchise_id) REFERENCES public.franchises(id) ON DELETE SET NULL;
alter table schedules.schedules add constraint schedules_pkey PRIMARY KEY (name);
alter table schedules.windows add constraint windows_pkey PRIMARY KEY (schedule, at);
alter table schedules.windows add constraint windows_check CHECK (((job_id IS NOT NULL) = (outcome = 'run'::text)));
alter table schedules.windows add constraint windows_missed_before_check CHECK ((missed_before >= 0));
alter table schedules.windows add constraint windows_outcome_check CHECK ((outcome = ANY (ARRAY['run'::text, 'missed'::text])));
alter table schedules.windows add constraint windows_schedule_fkey FOREIGN KEY (schedule) REFERENCES schedules.schedules(name);
alter table seaworthy.migrations add constraint migrations_pkey PRIMARY KEY (owner, number);
alter table seaworthy.migrations add constraint migrations_number_check CHECK ((number > 0));

-- Indexes

CREATE INDEX entries_by_action ON audit.entries USING btree (action, id DESC);
CREATE INDEX entries_by_actor ON audit.entries USING btree (actor, id DESC);
CREATE INDEX entries_by_target ON audit.entries USING btree (target, target_kind, id DESC);
CREATE INDEX entries_by_time ON audit.entries USING btree (at, id);
CREATE INDEX latest_by_time ON events.latest USING btree (changed_at);
CREATE INDEX latest_by_transaction ON events.latest USING btree (changed_by);
CREATE INDEX accounts_by_creation ON identity.accounts USING btree (created_at DESC, id DESC);
CREATE INDEX accounts_by_name ON identity.accounts USING btree (lower(display_name), id);
CREATE INDEX api_keys_of_account ON identity.api_keys USING btree (account_id, created_at DESC);
CREATE INDEX challenges_by_expiry ON identity.challenges USING btree (expires_at);
CREATE INDEX challenges_of_account ON identity.challenges USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX devices_of_account ON identity.devices USING btree (account_id);
CREATE INDEX role_grants_by_granter ON identity.role_grants USING btree (granted_by) WHERE (granted_by IS NOT NULL);
CREATE INDEX role_grants_by_role ON identity.role_grants USING btree (role);
CREATE INDEX tokens_of_session ON identity.session_tokens USING btree (session_id);
CREATE INDEX sessions_of_account ON identity.sessions USING btree (account_id, last_used_at DESC);
CREATE INDEX sessions_of_device ON identity.sessions USING btree (device_id) WHERE (device_id IS NOT NULL);
CREATE INDEX finished_by_outcome ON jobs.finished USING btree (outcome, id);
CREATE INDEX finished_by_time ON jobs.finished USING btree (outcome, finished_at);
CREATE UNIQUE INDEX unfinished_begun_key ON jobs.unfinished USING btree (task, key) WHERE (attempt > 0);
CREATE INDEX unfinished_due ON jobs.unfinished USING btree (queue, priority, run_at, id) WHERE (worker_id IS NULL);
CREATE UNIQUE INDEX unfinished_fresh_key ON jobs.unfinished USING btree (task, key) WHERE (attempt = 0);
CREATE INDEX unfinished_running ON jobs.unfinished USING btree (worker_id) WHERE (worker_id IS NOT NULL);
CREATE INDEX unfinished_running_by_queue ON jobs.unfinished USING btree (queue) WHERE (worker_id IS NOT NULL);
CREATE INDEX unfinished_suspect ON jobs.unfinished USING btree (run_at) WHERE (losses > 0);
CREATE INDEX messages_by_request ON mail.messages USING btree (requested_at);
CREATE INDEX import_runs_by_source ON public.import_runs USING btree (source, started_at DESC);
CREATE INDEX title_changes_by_transaction ON public.title_changes USING btree (changed_by);
CREATE INDEX external_ids_of_title ON public.title_external_ids USING btree (title_id);
CREATE INDEX titles_of_genre ON public.title_genres USING btree (genre_id, title_id);
CREATE INDEX title_names_by_compact ON public.title_names USING btree (compact text_pattern_ops);
CREATE INDEX title_names_by_trigram ON public.title_names USING gin (normalised public.gin_trgm_ops);
CREATE INDEX relations_by_target ON public.title_relations USING btree (provider, external_id);
CREATE INDEX titles_of_studio ON public.title_studios USING btree (studio_id, title_id);
CREATE INDEX titles_by_newest ON public.titles USING btree (aired_order DESC, id DESC) WHERE is_listed;
CREATE INDEX titles_by_ranking ON public.titles USING btree (ranking DESC, id DESC) WHERE is_listed;
CREATE INDEX titles_by_score ON public.titles USING btree (score_order DESC, id DESC) WHERE is_listed;
CREATE INDEX titles_by_season ON public.titles USING btree (year, season) WHERE is_listed;
CREATE INDEX titles_by_title ON public.titles USING btree (title_order, id) WHERE is_listed;
CREATE INDEX titles_by_update ON public.titles USING btree (updated_at DESC, id DESC) WHERE is_listed;
CREATE INDEX titles_of_franchise ON public.titles USING btree (franchise_id) WHERE (franchise_id IS NOT NULL);

-- Triggers

CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.checkpoints FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER await_seal AFTER INSERT ON audit.entries REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION audit.await_seal();
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.entries FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.seals FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER session_ended AFTER UPDATE OF ended_at ON identity.sessions FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION public.tell_of_ended_session();
CREATE TRIGGER job_ended AFTER INSERT ON jobs.finished FOR EACH ROW WHEN (((new.outcome <> 'succeeded'::text) OR (new.progress IS NOT NULL) OR ((new.finished_at - new.started_at) > '00:00:01'::interval))) EXECUTE FUNCTION public.tell_of_finished_job();
CREATE TRIGGER job_went_on AFTER UPDATE ON jobs.unfinished FOR EACH ROW WHEN (((new.progress IS NOT NULL) AND (((new.progress IS DISTINCT FROM old.progress) OR (new.worker_id IS DISTINCT FROM old.worker_id)) OR (new.cancel_requested_at IS DISTINCT FROM old.cancel_requested_at)))) EXECUTE FUNCTION public.tell_of_unfinished_job();
CREATE TRIGGER title_names_deleted AFTER DELETE ON public.title_names REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_titles_of_changed_names();
CREATE TRIGGER title_names_inserted AFTER INSERT ON public.title_names REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_titles_of_changed_names();
CREATE TRIGGER title_names_updated AFTER UPDATE ON public.title_names REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_titles_of_changed_names();
CREATE TRIGGER titles_deleted AFTER DELETE ON public.titles REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_changed_titles();
CREATE TRIGGER titles_inserted AFTER INSERT ON public.titles REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_changed_titles();
CREATE TRIGGER titles_updated AFTER UPDATE ON public.titles REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_changed_titles();

-- Comments

comment on function public.near_names(pg_catalog.text,integer) is 'Trigram neighbours of a normalised query, closest first.';
comment on table audit.checkpoints is 'The hash at a position, signed with a key that the database does not have: whoever owns the database cannot write the chain anew.';
comment on table audit.entries is 'Who did what to what. Written in the transaction of the change, never changed or removed.';
comment on table audit.seals is 'The chain: each hash covers its entry and the hash before it. Positions have no gaps.';
comment on table audit.unsealed is 'Entries that wait for their place in the chain. Each is here from the moment it is written, in whatever order transactions end.';
comment on table events.forgotten is 'Events of transactions up to this one may have been removed: who has not seen them has to look at everything anew.';
comment on table identity.challenges is 'What somebody has to prove once. Its token is computed from the id and a secret key, and stored nowhere.';
comment on table identity.passwords is 'Apart from the accounts, so that no read of an account carries a verifier.';
comment on table identity.recovery_codes is 'Each opens the second factor once and is gone with it.';
comment on table identity.registrations is 'Wishes for an account that wait for their mail to be answered; several may wait for one address.';
comment on table jobs.workers is 'Processes that may hold jobs. A row that is gone has lost every job it held.';
comment on table limits.budgets is 'Of each budget in use the moment at which it will be whole again.';
comment on table limits.guards is 'The moments of the last hits on what is guarded, at most as many as the guard lets through.';
comment on table mail.captured is 'Mails that went nowhere, since no mail server is set: for people who try things out. Production has none.';
comment on table mail.messages is 'Mails that were asked for, written in the transaction of what they tell of. No secret stands in one.';
comment on table public.franchises is 'A connected component of title relations, named after the first of its best-known titles.';
comment on table public.title_changes is 'The transaction that last changed each title or its names: what an index in memory has to read again.';
comment on table schedules.schedules is 'One row a schedule; whoever holds its lock decides about its windows.';
comment on table schedules.windows is 'Moments at which a schedule was due. A window stands here once, so it has one job.';
comment on table seaworthy.migrations is 'What has been applied to this database, in what form, and when.';
comment on table column audit.entries.actor is 'The id of an account or the name of a system. No foreign key: entries outlive who they are about.';
comment on table column audit.entries.changes is 'Field by field {"before", "after"}, or {"secret": true} where the values are nobody''s business.';
comment on table column events.latest.audience is 'Who may see it: one account, or those with some permission.';
comment on table column events.latest.changed_by is 'The transaction that said it last.';
comment on table column identity.accounts.email is 'As its owner writes it; proven by a link, or vouched for by an operator.';
comment on table column identity.accounts.email_key is 'The same in the one form that is compared.';
comment on table column identity.api_keys.prefix is 'The beginning of the key, by which its owner knows it again.';
comment on table column identity.challenges.account_id is 'Null where there is no account (yet): asking leaves the same traces either way.';
comment on table column identity.role_grants.granted_by is 'Null: an operator, by command.';
comment on table column identity.second_factors.last_step is 'The time step of the last code that was taken: no code is good twice.';
comment on table column identity.second_factors.sealed_secret is 'Encrypted under a key of the ring, bound to the account.';
comment on table column identity.sessions.generation is 'How often the tokens were renewed, from 1; always 1 for browsers.';
comment on table column identity.sessions.rotation_salt is 'With the renewed token and the named key it gives the tokens of this generation again, for the grace of a second tab.';
comment on table column jobs.failures.refused_at is 'When the attempt, given up before, came back with a result and was refused.';
comment on table column jobs.unfinished.attempt is 'How often the job was taken. It only rises: with worker_id it is what a late attempt is told apart by.';
comment on table column jobs.unfinished.handed_back is 'Attempts that do not count against attempts_max.';
comment on table column jobs.unfinished.losses is 'How often its worker died or froze under it: it, or a job beside it, may be the reason.';
comment on table column jobs.unfinished.worker_id is 'Who runs it; null while it waits.';
comment on table column limits.budgets.granted is 'What the last statement that took from it was given.';
comment on table column limits.guards.key is 'Policy and a hash of the subject: no address and nothing that somebody typed stands here.';
comment on table column mail.messages.answer is 'What the mail server said when it took the mail over.';
comment on table column mail.messages.message_key is 'Makes the Message-ID: however often a mail is handed over, it is recognised as one.';
comment on table column mail.messages.useful_until is 'Not sent after this: its link would open nothing.';
comment on table column public.title_names.language is 'BCP 47, ja-Latn for romaji; null when neither the source nor the script tells.';
comment on table column public.titles.aired_order is 'yyyymmdd of the first broadcast as exactly as known; 0 when unknown.';
comment on table column public.titles.provenance is 'Field name to the source that its value came from; ''person'' marks what a human entered.';
comment on table column public.titles.ranking is 'log10 of the audience: stated popularity, else prominence.';
comment on table column public.titles.score_order is 'The score, drawn towards 6.5 as if a thousand voices said so: few voices cannot outrank many. 0 without a score.';
comment on table column schedules.schedules.decided_until is 'Of every window up to here it is decided what becomes of it.';
comment on table column schedules.windows.missed_before is 'How many windows right before this one were left out, by the policy of the schedule.';

-- Grants

grant execute on function audit.await_seal() to public;
grant execute on function audit.refuse_change() to public;
grant execute on function audit.seal(bigint,bigint[],bytea[],text,bytea) to public;
grant execute on function events.publish(text,text,text,jsonb) to public;
grant execute on function jobs.cancel(bigint) to public;
grant execute on function jobs.complete(bigint,bigint[],integer[],jsonb[]) to public;
grant execute on function jobs.end_attempt(bigint,bigint,integer,text,text,boolean) to public;
grant execute on function jobs.enqueue(text,text,integer,jsonb,text,boolean,timestamp with time zone,double precision,integer,integer) to public;
grant execute on function jobs.finish(jobs.unfinished,text) to public;
grant execute on function jobs.pick(text,integer,text[],boolean,integer) to public;
grant execute on function jobs.release_lost(interval) to public;
grant execute on function jobs.replay(bigint) to public;
grant execute on function jobs.take(bigint,text[],integer[],text[],integer) to public;
grant execute on function public.near_names(text,integer) to public;
grant execute on function public.note_changed_titles() to public;
grant execute on function public.note_titles_of_changed_names() to public;
grant execute on function public.tell_of_ended_session() to public;
grant execute on function public.tell_of_finished_job() to public;
grant execute on function public.tell_of_job(bigint,text,text,jsonb) to public;
grant execute on function public.tell_of_unfinished_job() to public;
grant usage on schema audit to app;
grant usage on schema events to app;
grant usage on schema identity to app;
grant usage on schema jobs to app;
grant usage on schema limits to app;
grant usage on schema mail to app;
grant usage on schema public to app;
grant usage on schema public to public;
grant usage on schema schedules to app;
grant usage on schema seaworthy to app;
grant select, update, usage on sequence audit.entries_id_seq to app;
grant select, update, usage on sequence jobs.unfinished_id_seq to app;
grant select, update, usage on sequence jobs.workers_id_seq to app;
grant select, update, usage on sequence mail.messages_id_seq to app;
grant select, update, usage on sequence public.franchises_id_seq to app;
grant select, update, usage on sequence public.genres_id_seq to app;
grant select, update, usage on sequence public.import_runs_id_seq to app;
grant select, update, usage on sequence public.studios_id_seq to app;
grant select, update, usage on sequence public.title_names_id_seq to app;
grant select, update, usage on sequence public.titles_id_seq to app;
grant select on table audit.checkpoints to app;
grant insert, select on table audit.entries to app;
grant select on table audit.seals to app;
grant select on table audit.unsealed to app;
grant delete, insert, select, update on table events.forgotten to app;
grant delete, insert, select, update on table events.latest to app;
grant delete, insert, select, update on table identity.accounts to app;
grant delete, insert, select, update on table identity.api_keys to app;
grant delete, insert, select, update on table identity.challenges to app;
grant delete, insert, select, update on table identity.devices to app;
grant delete, insert, select, update on table identity.passwords to app;
grant delete, insert, select, update on table identity.recovery_codes to app;
grant delete, insert, select, update on table identity.registrations to app;
grant delete, insert, select, update on table identity.role_grants to app;
grant delete, insert, select, update on table identity.second_factors to app;
grant delete, insert, select, update on table identity.session_tokens to app;
grant delete, insert, select, update on table identity.sessions to app;
grant delete, insert, select, update on table jobs.failures to app;
grant delete, insert, select, update on table jobs.finished to app;
grant delete, insert, select, update on table jobs.unfinished to app;
grant delete, insert, select, update on table jobs.workers to app;
grant delete, insert, select, update on table limits.budgets to app;
grant delete, insert, select, update on table limits.guards to app;
grant delete, insert, select, update on table mail.captured to app;
grant delete, insert, select, update on table mail.messages to app;
grant delete, insert, select, update on table public.franchises to app;
grant delete, insert, select, update on table public.genres to app;
grant delete, insert, select, update on table public.import_rejections to app;
grant delete, insert, select, update on table public.import_runs to app;
grant delete, insert, select, update on table public.studios to app;
grant delete, insert, select, update on table public.title_changes to app;
grant delete, insert, select, update on table public.title_descriptions to app;
grant delete, insert, select, update on table public.title_external_ids to app;
grant delete, insert, select, update on table public.title_genres to app;
grant delete, insert, select, update on table public.title_names to app;
grant delete, insert, select, update on table public.title_relations to app;
grant delete, insert, select, update on table public.title_sources to app;
grant delete, insert, select, update on table public.title_studios to app;
grant delete, insert, select, update on table public.titles to app;
grant delete, insert, select, update on table schedules.schedules to app;
grant delete, insert, select, update on table schedules.windows to app;
grant select on table seaworthy.migrations to app;

-- Default grants

alter default privileges grant select, update, usage on sequences to app;
alter default privileges grant usage on schemas to app;
alter default privileges grant delete, insert, select, update on tables to app;
