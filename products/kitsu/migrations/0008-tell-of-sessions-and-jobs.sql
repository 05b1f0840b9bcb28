-- What people and staff are told as it happens, written with what it tells of.

create function tell_of_ended_session() returns trigger language plpgsql as $$
begin
  perform events.publish('account:' || new.account_id, 'session.ended', new.id::text,
    jsonb_build_object('reason', new.end_reason, 'device', new.device_name));
  return null;
end
$$;
create trigger session_ended after update of ended_at on identity.sessions
  for each row when (old.ended_at is null and new.ended_at is not null) execute function tell_of_ended_session();

-- Of jobs only those are told of that somebody may be waiting for: that say how far they are, that took long, or that failed.
create function tell_of_job(job bigint, task text, state text, progress jsonb) returns void language sql as $$
  select events.publish('staff:jobs', 'job', job::text, jsonb_build_object('task', task, 'state', state, 'progress', progress));
$$;

create function tell_of_unfinished_job() returns trigger language plpgsql as $$
begin
  perform tell_of_job(new.id, new.task,
    case when new.worker_id is null then 'waiting' when new.cancel_requested_at is null then 'running' else 'cancelling' end,
    new.progress);
  return null;
end
$$;
create trigger job_went_on after update on jobs.unfinished
  for each row when (new.progress is not null and (new.progress, new.worker_id, new.cancel_requested_at)
    is distinct from (old.progress, old.worker_id, old.cancel_requested_at)) execute function tell_of_unfinished_job();

create function tell_of_finished_job() returns trigger language plpgsql as $$
begin
  perform tell_of_job(new.id, new.task, new.outcome, new.progress);
  return null;
end
$$;
create trigger job_ended after insert on jobs.finished
  for each row when (new.outcome <> 'succeeded' or new.progress is not null
    or new.finished_at - new.started_at > interval '1 second') execute function tell_of_finished_job();
