// The statements of the floor, as somebody who knows the tables would write them for one purpose each.

/** A statement with the name under which a connection prepares it. */
export interface HandStatement {
  readonly name: string;
  readonly text: string;
}

const CARD = `
  t.id, t.slug, t.main_title, t.romaji_title, t.english_title, t.japanese_title, t.russian_title, t.kind, t.status,
  t.season, t.year, t.episode_count, t.episode_duration_s, t.score::float8 as score, t.popularity, t.is_adult,
  t.is_demo, genres.items as genres, ids.items as external_ids`;

const CARD_SETS = `
  left join lateral (
    select json_agg(json_build_object('slug', g.slug, 'kind', g.kind,
      'name', json_build_object('en', g.name_en, 'ru', g.name_ru)) order by g.kind = 'tag', g.id) as items
    from title_genres tg join genres g on g.id = tg.genre_id where tg.title_id = t.id
  ) genres on true
  left join lateral (
    select json_object_agg(x.provider, x.external_id) as items from title_external_ids x where x.title_id = t.id
  ) ids on true`;

/** The first page of the catalogue by ranking, without adult titles: $1 rows. */
export const LIST: HandStatement = {
  name: 'floor_list',
  text: `select ${CARD}, t.ranking from titles t ${CARD_SETS}
    where t.is_listed and not t.is_adult order by t.ranking desc, t.id desc limit $1`,
};

/** The cards of the ids in $1, in any order. */
export const CARDS: HandStatement = {
  name: 'floor_cards',
  text: `select ${CARD} from titles t ${CARD_SETS} where t.id = any($1::int[]) and t.is_listed`,
};

/** Everything of the title with the id $1 but the cards of its relations. */
export const DETAIL: HandStatement = {
  name: 'floor_detail',
  text: `
    select ${CARD}, t.start_date::text as start_date, t.end_date::text as end_date, t.age_rating, t.score_count,
      t.version, t.updated_at,
      (select json_agg(json_build_object('name', n.name, 'kind', n.kind, 'language', n.language)
        order by array_position(array['main', 'official', 'short', 'synonym'], n.kind), n.language nulls last, n.id)
        from title_names n where n.title_id = t.id) as names,
      (select json_object_agg(d.language, d.body) from title_descriptions d where d.title_id = t.id) as descriptions,
      (select json_agg(json_build_object('slug', s.slug, 'name', s.name, 'role', ts.role) order by ts.role desc, s.name)
        from title_studios ts join studios s on s.id = ts.studio_id where ts.title_id = t.id) as studios,
      (select json_agg(json_build_object('source', p.source, 'importedAt', s.imported_at, 'fields', p.fields)
        order by cardinality(p.fields) desc, p.source)
        from (select value as source, array_agg(key order by key) as fields
          from jsonb_each_text(t.provenance) group by value) p
        left join title_sources s on s.title_id = t.id and s.source = p.source) as sources,
      (select json_agg(json_build_object('id', r.id, 'kind', r.kind) order by nullif(r.aired_order, 0) nulls last, r.id)
        from (
          select distinct on (other.id) r.kind, other.id, other.aired_order
          from title_relations r
          join title_external_ids x on x.provider = r.provider and x.external_id = r.external_id
          join titles other on other.id = x.title_id
          where r.title_id = t.id and other.id <> t.id and other.is_listed and not other.is_adult
          order by other.id, r.kind = 'unspecified'
        ) r) as related,
      (select json_build_object('slug', f.slug, 'name', f.name, 'titleCount', count(member.id))
        from franchises f join titles member on member.franchise_id = f.id and member.is_listed and not member.is_adult
        where f.id = t.franchise_id group by f.id having count(member.id) > 1) as franchise
    from titles t ${CARD_SETS}
    where t.is_listed and t.id = $1`,
};

/** What the address and colours of every poster are made of. */
export const POSTER_SUBJECTS: HandStatement = {
  name: 'floor_posters',
  text: `select t.id, t.slug, t.kind, t.year, t.version, coalesce((select json_agg(g.slug order by g.kind = 'tag', g.id)
      from title_genres tg join genres g on g.id = tg.genre_id where tg.title_id = t.id), '[]') as genres
    from titles t`,
};
