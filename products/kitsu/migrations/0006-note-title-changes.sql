-- Which transaction last changed what search knows of a title. Readers that keep an index in memory ask for the titles
-- whose transaction their last snapshot did not see: a transaction that commits late is not missed, as it would be with
-- times. A transaction notes each title once. Rows outlive their titles, so that a deletion is told as well; there is no foreign key on purpose.
create table title_changes (
  title_id integer primary key,
  changed_by xid8 not null default pg_current_xact_id()
);
comment on table title_changes is 'The transaction that last changed each title or its names: what an index in memory has to read again.';
create index title_changes_by_transaction on title_changes (changed_by);

create function note_changed_titles() returns trigger language plpgsql as $$
begin
  insert into title_changes (title_id) select id from changed order by id
  on conflict (title_id) do update set changed_by = excluded.changed_by where title_changes.changed_by <> excluded.changed_by;
  return null;
end
$$;
create trigger titles_inserted after insert on titles
  referencing new table as changed for each statement execute function note_changed_titles();
create trigger titles_updated after update on titles
  referencing new table as changed for each statement execute function note_changed_titles();
create trigger titles_deleted after delete on titles
  referencing old table as changed for each statement execute function note_changed_titles();

create function note_titles_of_changed_names() returns trigger language plpgsql as $$
begin
  insert into title_changes (title_id) select distinct title_id from changed order by title_id
  on conflict (title_id) do update set changed_by = excluded.changed_by where title_changes.changed_by <> excluded.changed_by;
  return null;
end
$$;
create trigger title_names_inserted after insert on title_names
  referencing new table as changed for each statement execute function note_titles_of_changed_names();
create trigger title_names_updated after update on title_names
  referencing new table as changed for each statement execute function note_titles_of_changed_names();
create trigger title_names_deleted after delete on title_names
  referencing old table as changed for each statement execute function note_titles_of_changed_names();
