-- The catalogue's central table and what hangs directly on a title.
-- Derived columns that lists are ordered by are stored and never null, so that keyset pagination compares plain values.

create extension if not exists pg_trgm;

create table franchises (
  id integer generated always as identity primary key,
  slug text not null unique,
  name text not null
);
comment on table franchises is 'A connected component of title relations, named after the first of its best-known titles.';

create table titles (
  id integer generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),

  -- projections of title_names, written with them: what cards and lists show
  main_title text not null check (main_title <> ''),
  romaji_title text,
  english_title text,
  japanese_title text,
  russian_title text,

  kind text not null default 'unknown' check (kind in ('tv', 'movie', 'ova', 'ona', 'special', 'music', 'unknown')),
  status text not null default 'unknown' check (status in ('upcoming', 'airing', 'finished', 'unknown')),
  season text check (season in ('winter', 'spring', 'summer', 'fall')),
  year smallint check (year between 1900 and 2200),
  start_date date,
  end_date date,
  episode_count integer check (episode_count > 0),
  episode_duration_s integer check (episode_duration_s > 0),
  age_rating text check (age_rating in ('g', 'pg', 'pg_13', 'r', 'r_plus', 'rx')),
  is_adult boolean not null default false,

  -- stated by a source, or null: never estimated
  score numeric(4, 2) check (score between 1 and 10),
  score_count integer check (score_count >= 0),
  popularity integer check (popularity >= 0),
  -- estimated order of magnitude of the audience (see decisions/): orders titles of unknown popularity, is never shown
  prominence double precision not null default 0,

  poster_picture_url text,
  franchise_id integer references franchises (id) on delete set null,

  state text not null default 'draft' check (state in ('draft', 'pending', 'published', 'broken', 'archived')),
  deleted_at timestamptz(3),
  version integer not null default 1,
  provenance jsonb not null default '{}',
  locked_fields text[] not null default '{}',
  is_demo boolean not null default false,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),

  is_listed boolean generated always as (state = 'published' and deleted_at is null) stored,
  ranking double precision generated always as (coalesce(log((popularity + 1)::double precision), prominence)) stored not null,
  score_order double precision generated always as (
    coalesce(
      (score * coalesce(score_count, popularity, 1000) + 6.5 * 1000) / (coalesce(score_count, popularity, 1000) + 1000),
      0
    )::double precision
  ) stored not null,
  title_order text not null,
  aired_order integer generated always as (
    coalesce(
      extract(year from start_date)::integer * 10000 + extract(month from start_date)::integer * 100
        + extract(day from start_date)::integer,
      year * 10000 + case season when 'winter' then 100 when 'spring' then 400 when 'summer' then 700 when 'fall' then 1000 else 0 end,
      0
    )
  ) stored not null
);
comment on column titles.provenance is 'Field name to the source that its value came from; ''person'' marks what a human entered.';
comment on column titles.ranking is 'log10 of the audience: stated popularity, else prominence.';
comment on column titles.score_order is 'The score, drawn towards 6.5 as if a thousand voices said so: few voices cannot outrank many. 0 without a score.';
comment on column titles.aired_order is 'yyyymmdd of the first broadcast as exactly as known; 0 when unknown.';

create index titles_by_ranking on titles (ranking desc, id desc) where is_listed;
create index titles_by_score on titles (score_order desc, id desc) where is_listed;
create index titles_by_newest on titles (aired_order desc, id desc) where is_listed;
create index titles_by_title on titles (title_order, id) where is_listed;
create index titles_by_update on titles (updated_at desc, id desc) where is_listed;
create index titles_by_season on titles (year, season) where is_listed;
create index titles_of_franchise on titles (franchise_id) where franchise_id is not null;

create table title_names (
  id bigint generated always as identity primary key,
  title_id integer not null references titles (id) on delete cascade,
  name text not null check (name <> ''),
  kind text not null check (kind in ('main', 'official', 'synonym', 'short')),
  language text check (language ~ '^[a-z]{2,3}(-[A-Za-z]{4})?$'),
  source text not null,
  -- as made by features/names/normalise.ts: words with single spaces, and the same without any space
  normalised text not null,
  compact text not null,
  unique (title_id, name)
);
comment on column title_names.language is 'BCP 47, ja-Latn for romaji; null when neither the source nor the script tells.';
create index title_names_by_compact on title_names (compact text_pattern_ops);
create index title_names_by_trigram on title_names using gin (normalised gin_trgm_ops);

create table title_descriptions (
  title_id integer not null references titles (id) on delete cascade,
  language text not null check (language ~ '^[a-z]{2,3}$'),
  body text not null check (body <> ''),
  source text not null,
  primary key (title_id, language)
);

create table title_external_ids (
  provider text not null,
  external_id text not null,
  title_id integer not null references titles (id) on delete cascade,
  source text not null,
  primary key (provider, external_id)
);
create index external_ids_of_title on title_external_ids (title_id);

-- A relation points at an external id, not at a title: the target may be imported later, or never.
create table title_relations (
  title_id integer not null references titles (id) on delete cascade,
  provider text not null,
  external_id text not null,
  kind text not null check (kind in
    ('sequel', 'prequel', 'side_story', 'parent', 'movie', 'summary', 'spin_off', 'alternative', 'other', 'unspecified')),
  source text not null,
  primary key (title_id, provider, external_id)
);
create index relations_by_target on title_relations (provider, external_id);

create table title_sources (
  title_id integer not null references titles (id) on delete cascade,
  source text not null,
  payload_hash text not null,
  imported_at timestamptz(3) not null default now(),
  primary key (title_id, source)
);
