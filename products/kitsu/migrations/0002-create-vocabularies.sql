-- Genres (with themes, demographics and other tags) and studios: what titles are grouped by.

create table genres (
  id integer generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('genre', 'theme', 'demographic', 'tag')),
  name_en text not null,
  name_ru text
);

create table title_genres (
  title_id integer not null references titles (id) on delete cascade,
  genre_id integer not null references genres (id),
  primary key (title_id, genre_id)
);
create index titles_of_genre on title_genres (genre_id, title_id);

create table studios (
  id integer generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null
);

create table title_studios (
  title_id integer not null references titles (id) on delete cascade,
  studio_id integer not null references studios (id),
  role text not null check (role in ('studio', 'producer')),
  primary key (title_id, studio_id, role)
);
create index titles_of_studio on title_studios (studio_id, title_id);
