-- Schemas

create schema identity;
create schema seaworthy;

-- Extensions

create extension pg_trgm schema public;

-- Functions

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
  on conflict (title_id) do update set changed_by = excluded.changed_by;
  return null;
end
$function$;
CREATE OR REPLACE FUNCTION public.note_titles_of_changed_names()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into title_changes (title_id) select distinct title_id from changed order by title_id
  on conflict (title_id) do update set changed_by = excluded.changed_by;
  return null;
end
$function$;

-- Tables

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
create table public.mail_requests (
  id bigint not null generated always as identity (start 1 increment 1 maxvalue 9223372036854775807),
  kind text not null,
  recipient text not null,
  language text not null,
  facts jsonb not null,
  requested_at timestamp(3) with time zone not null default now()
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
create table seaworthy.migrations (
  owner text not null,
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now()
);

-- Constraints

alter table identity.accounts add constraint accounts_pkey PRIMARY KEY (id);
alter table identity.accounts add constraint accounts_email_key_key UNIQUE (email_key);
alter table identity.accounts add constraint accounts_check CHECK (((suspended_at IS NULL) = (suspension_reason IS NULL)));
alter table identity.accounts add constraint accounts_display_name_check CHECK ((display_name <> ''::text));
alter table identity.accounts add constraint accounts_language_check CHECK ((language ~ '^[a-z]{2,3}$'::text));
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
alter table identity.registrations add constraint registrations_pkey PRIMARY KEY (challenge_id);
alter table identity.registrations add constraint registrations_challenge_id_fkey FOREIGN KEY (challenge_id) REFERENCES identity.challenges(id) ON DELETE CASCADE;
alter table identity.role_grants add constraint role_grants_pkey PRIMARY KEY (account_id, role);
alter table identity.role_grants add constraint role_grants_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.accounts(id) ON DELETE CASCADE;
alter table identity.role_grants add constraint role_grants_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES identity.accounts(id) ON DELETE SET NULL;
alter table identity.session_tokens add constraint session_tokens_pkey PRIMARY KEY (token_hash);
alter table identity.session_tokens add constraint session_tokens_token_hash_check CHECK ((length(token_hash) = 32));
alter table identity.session_tokens add constraint session_tokens_use_check CHECK ((use = ANY (ARRAY['cookie'::text, 'access'::text, 'refresh'::text])));
alter table identity.session_tokens add constraint session_tokens_session_id_fkey FOREIGN KEY (session_id) REFERENCES identity.sessions(id) ON DELETE CASCADE;
alter table identity.sessions add constraint sessions_pkey PRIMARY KEY (id);
alter table identity.sessions add constraint sessions_check CHECK (((ended_at IS NULL) = (end_reason IS NULL)));
alter table identity.sessions add constraint sessions_kind_check CHECK ((kind = ANY (ARRAY['browser'::text, 'api'::text])));
alter table identity.sessions add constraint sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.accounts(id) ON DELETE CASCADE;
alter table identity.sessions add constraint sessions_device_id_fkey FOREIGN KEY (device_id) REFERENCES identity.devices(id) ON DELETE SET NULL;
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
alter table public.mail_requests add constraint mail_requests_pkey PRIMARY KEY (id);
alter table public.mail_requests add constraint mail_requests_recipient_check CHECK ((recipient <> ''::text));
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
alter table seaworthy.migrations add constraint migrations_pkey PRIMARY KEY (owner, number);
alter table seaworthy.migrations add constraint migrations_number_check CHECK ((number > 0));

-- Indexes

CREATE INDEX accounts_by_creation ON identity.accounts USING btree (created_at DESC, id DESC);
CREATE INDEX challenges_by_expiry ON identity.challenges USING btree (expires_at);
CREATE INDEX challenges_of_account ON identity.challenges USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX devices_of_account ON identity.devices USING btree (account_id);
CREATE INDEX role_grants_by_granter ON identity.role_grants USING btree (granted_by) WHERE (granted_by IS NOT NULL);
CREATE INDEX role_grants_by_role ON identity.role_grants USING btree (role);
CREATE INDEX tokens_of_session ON identity.session_tokens USING btree (session_id);
CREATE INDEX sessions_of_account ON identity.sessions USING btree (account_id, last_used_at DESC);
CREATE INDEX sessions_of_device ON identity.sessions USING btree (device_id) WHERE (device_id IS NOT NULL);
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

CREATE TRIGGER title_names_deleted AFTER DELETE ON public.title_names REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_titles_of_changed_names();
CREATE TRIGGER title_names_inserted AFTER INSERT ON public.title_names REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_titles_of_changed_names();
CREATE TRIGGER title_names_updated AFTER UPDATE ON public.title_names REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_titles_of_changed_names();
CREATE TRIGGER titles_deleted AFTER DELETE ON public.titles REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_changed_titles();
CREATE TRIGGER titles_inserted AFTER INSERT ON public.titles REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_changed_titles();
CREATE TRIGGER titles_updated AFTER UPDATE ON public.titles REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_changed_titles();

-- Comments

comment on function public.near_names(pg_catalog.text,integer) is 'Trigram neighbours of a normalised query, closest first.';
comment on table identity.challenges is 'What somebody has to prove once. Its token is computed from the id and a secret key, and stored nowhere.';
comment on table identity.passwords is 'Apart from the accounts, so that no read of an account carries a verifier.';
comment on table identity.registrations is 'Wishes for an account that wait for their mail to be answered; several may wait for one address.';
comment on table public.franchises is 'A connected component of title relations, named after the first of its best-known titles.';
comment on table public.mail_requests is 'Mails to be sent, written in the transaction of what they tell of. No secret stands in one.';
comment on table public.title_changes is 'The transaction that last changed each title or its names: what an index in memory has to read again.';
comment on table seaworthy.migrations is 'What has been applied to this database, in what form, and when.';
comment on table column identity.accounts.email is 'As its owner writes it; proven by a link, or vouched for by an operator.';
comment on table column identity.accounts.email_key is 'The same in the one form that is compared.';
comment on table column identity.challenges.account_id is 'Null where there is no account (yet): asking leaves the same traces either way.';
comment on table column identity.role_grants.granted_by is 'Null: an operator, by command.';
comment on table column identity.sessions.generation is 'How often the tokens were renewed, from 1; always 1 for browsers.';
comment on table column identity.sessions.rotation_salt is 'With the renewed token and the named key it gives the tokens of this generation again, for the grace of a second tab.';
comment on table column public.title_names.language is 'BCP 47, ja-Latn for romaji; null when neither the source nor the script tells.';
comment on table column public.titles.aired_order is 'yyyymmdd of the first broadcast as exactly as known; 0 when unknown.';
comment on table column public.titles.provenance is 'Field name to the source that its value came from; ''person'' marks what a human entered.';
comment on table column public.titles.ranking is 'log10 of the audience: stated popularity, else prominence.';
comment on table column public.titles.score_order is 'The score, drawn towards 6.5 as if a thousand voices said so: few voices cannot outrank many. 0 without a score.';

-- Grants

grant execute on function public.near_names(text,integer) to public;
grant execute on function public.note_changed_titles() to public;
grant execute on function public.note_titles_of_changed_names() to public;
grant usage on schema identity to app;
grant usage on schema public to app;
grant usage on schema public to public;
grant usage on schema seaworthy to app;
grant select, update, usage on sequence public.franchises_id_seq to app;
grant select, update, usage on sequence public.genres_id_seq to app;
grant select, update, usage on sequence public.import_runs_id_seq to app;
grant select, update, usage on sequence public.mail_requests_id_seq to app;
grant select, update, usage on sequence public.studios_id_seq to app;
grant select, update, usage on sequence public.title_names_id_seq to app;
grant select, update, usage on sequence public.titles_id_seq to app;
grant delete, insert, select, update on table identity.accounts to app;
grant delete, insert, select, update on table identity.challenges to app;
grant delete, insert, select, update on table identity.devices to app;
grant delete, insert, select, update on table identity.passwords to app;
grant delete, insert, select, update on table identity.registrations to app;
grant delete, insert, select, update on table identity.role_grants to app;
grant delete, insert, select, update on table identity.session_tokens to app;
grant delete, insert, select, update on table identity.sessions to app;
grant delete, insert, select, update on table public.franchises to app;
grant delete, insert, select, update on table public.genres to app;
grant delete, insert, select, update on table public.import_rejections to app;
grant delete, insert, select, update on table public.import_runs to app;
grant delete, insert, select, update on table public.mail_requests to app;
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
grant select on table seaworthy.migrations to app;

-- Default grants

alter default privileges grant select, update, usage on sequences to app;
alter default privileges grant usage on schemas to app;
alter default privileges grant delete, insert, select, update on tables to app;
