-- What callers and workers do with the queue, each in one statement.

-- A queue is empty one moment and holds a million jobs the next. A plan made for the former and kept would read all of the
-- latter, so these functions never scan the table.

-- Adds a job, or joins the one of the same key that has not begun. The row joined stays locked until the caller commits,
-- so it cannot begin before the caller's changes are there to be seen.
create function jobs.enqueue(
  of_task text, in_queue text, at_priority integer, with_payload jsonb, by_key text, replaces boolean,
  at_time timestamptz, delay_ms double precision, most_attempts integer, backoff integer
) returns bigint language plpgsql
set enable_seqscan = off as $$
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
end $$;

-- The due jobs of one queue and priority that may begin, oldest first, locked; either those that were lost before, or the
-- others. A key's next job waits until the one before it has ended.
create function jobs.pick(
  of_queue text, at_priority integer, tasks text[], were_lost boolean, most integer
) returns setof bigint language plpgsql as $$
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
end $$;

-- Takes up to so many due jobs for a worker: urgent ones first, then by time. A queue with a bound is taken from by one
-- session at a time, which counts what runs: the bound holds over all workers. Nothing for a worker that is gone.
-- A worker runs one job at a time that was lost before: of jobs that died together one is the reason, and this way it takes
-- none of the others with it again.
create function jobs.take(
  for_worker bigint, queues text[], running_maxes integer[], tasks text[], free_slots integer
) returns setof jobs.unfinished language plpgsql
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
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
end $$;

-- Ends attempts that succeeded and returns their jobs; one that the worker holds no longer is not among them. What the
-- caller writes in the same transaction counts only together with this.
create function jobs.complete(by_worker bigint, of_jobs bigint[], at_attempts integer[], with_progress jsonb[])
returns setof bigint language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
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
end $$;

-- Moves a job out of the queue.
create function jobs.finish(job jobs.unfinished, as_outcome text) returns void language sql as $$
  delete from jobs.unfinished where id = job.id;
  insert into jobs.finished (id, task, queue, priority, payload, key, attempt, attempts_max, backoff_ms, worker, outcome,
    progress, created_at, started_at)
  values (job.id, job.task, job.queue, job.priority, job.payload, job.key, job.attempt, job.attempts_max, job.backoff_ms,
    job.worker, as_outcome, job.progress, job.created_at, job.started_at);
$$;

-- Ends an attempt that did not succeed and returns what becomes of the job; null when the attempt holds it no longer.
create function jobs.end_attempt(
  of_job bigint, by_worker bigint, at_attempt integer, as_cause text, with_error text, is_hopeless boolean
) returns text language plpgsql
set enable_seqscan = off as $$
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
end $$;

-- Gives up workers that are gone and the jobs they held; returns how many jobs. A worker is gone when it was silent for
-- a moment and its session has ended with its process, or when it was silent for its lease (it is frozen, or cut off).
-- A job that is just being finished is left to its transaction.
create function jobs.release_lost(silent_for interval) returns integer language plpgsql
set enable_seqscan = off as $$
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
end $$;

-- Cancels a job: one that waits at once, one that runs is asked to stop. Null when it is not unfinished.
create function jobs.cancel(which bigint) returns text language plpgsql
set enable_seqscan = off as $$
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
end $$;

-- Puts a dead or cancelled job back with all its attempts ahead of it; null when it is neither. Raises unique_violation
-- when another job of the same key has begun meanwhile.
create function jobs.replay(which bigint) returns bigint language plpgsql as $$
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
end $$;
