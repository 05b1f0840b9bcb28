import { type Db, prepare } from '@seaworthy/platform/postgres';
import type { CatalogueFacts } from './contract.ts';

const selectCounts = prepare<Omit<CatalogueFacts, 'sources'>>(
  'catalogue_counts',
  `with listed as materialized (select * from titles where is_listed),
   described as (
     select d.language, count(*)::integer as count from title_descriptions d join listed t on t.id = d.title_id group by 1
   )
   select count(*)::integer as "titleCount", count(*) filter (where is_adult)::integer as "adultCount",
     (select count(*)::integer from title_names n join listed t on t.id = n.title_id) as "nameCount",
     (select count(distinct n.language)::integer from title_names n join listed t on t.id = n.title_id)
       as "nameLanguageCount",
     (select count(*)::integer from genres g
       where exists (select from title_genres tg join listed t on t.id = tg.title_id where tg.genre_id = g.id)) as "genreCount",
     (select count(*)::integer from studios s
       where exists (select from title_studios ts join listed t on t.id = ts.title_id where ts.studio_id = s.id))
       as "studioCount",
     count(distinct franchise_id)::integer as "franchiseCount",
     (select coalesce(json_agg(json_build_object('value', kind, 'count', count) order by count desc, kind), '[]')
       from (select kind, count(*)::integer as count from listed group by kind) by_kind) as kinds,
     json_build_array(
       json_build_object('field', 'year', 'count', count(year)),
       json_build_object('field', 'episodes', 'count', count(episode_count)),
       json_build_object('field', 'score', 'count', count(score)),
       json_build_object('field', 'popularity', 'count', count(popularity)),
       json_build_object('field', 'genres', 'count', (select count(distinct tg.title_id) from title_genres tg
         join listed t on t.id = tg.title_id)),
       json_build_object('field', 'studios', 'count', (select count(distinct ts.title_id) from title_studios ts
         join listed t on t.id = ts.title_id)),
       json_build_object('field', 'englishName', 'count', count(english_title)),
       json_build_object('field', 'japaneseName', 'count', count(japanese_title)),
       json_build_object('field', 'russianName', 'count', count(russian_title)),
       json_build_object('field', 'englishDescription', 'count',
         coalesce((select count from described where language = 'en'), 0)),
       json_build_object('field', 'russianDescription', 'count',
         coalesce((select count from described where language = 'ru'), 0))
     ) as coverage,
     to_json(max(updated_at)) #>> '{}' as "updatedAt"
   from listed`,
);

/** Counts over all listed titles. */
export async function selectCatalogueCounts(
  db: Db<unknown>,
): Promise<Omit<CatalogueFacts, 'sources'> | undefined> {
  return (await selectCounts(db, []))[0];
}

const selectSourceFacts = prepare<CatalogueFacts['sources'][number]>(
  'catalogue_sources',
  `with stated as materialized (
     select p.value as source, p.key as field, count(*)::integer as count
     from titles t cross join lateral jsonb_each_text(t.provenance) p where t.is_listed group by 1, 2
   ), named as (
     select p.value as source, count(distinct t.id)::integer as title_count
     from titles t cross join lateral jsonb_each_text(t.provenance) p where t.is_listed group by 1
   ), taken as (
     select source, max(imported_at) as imported_at from title_sources group by source
   ), runs as (
     select distinct on (source) source, finished_at, source_date from import_runs
     where status = 'succeeded' order by source, started_at desc
   )
   select n.source, n.title_count as "titleCount",
     to_json(greatest(taken.imported_at, runs.finished_at)) #>> '{}' as "importedAt",
     runs.source_date::text as "sourceDate",
     (select json_agg(json_build_object('field', s.field, 'count', s.count) order by s.count desc, s.field)
       from stated s where s.source = n.source) as fields
   from named n left join taken using (source) left join runs using (source)
   order by n.title_count desc, n.source`,
);

/** Every source that a value of a listed title comes from. */
export function selectSources(db: Db<unknown>): Promise<CatalogueFacts['sources']> {
  return selectSourceFacts(db, []);
}
