import type { Db } from '@seaworthy/platform/postgres';
import { sql } from 'kysely';
import type { GenreRef, TitleFacets } from './contract.ts';
import { listConditions, type TitleFilter } from './queries.ts';

interface FacetRow {
  readonly total: number;
  readonly kind: TitleFacets['kind'];
  readonly status: TitleFacets['status'];
  readonly season: TitleFacets['season'];
  readonly year: TitleFacets['year'];
  readonly genre: readonly (GenreRef & { count: number })[];
}

/**
 * Counts a list's titles by every facet, and all of them, in one scan. A facet ignores its own filter, so that the
 * reader sees what another choice would give; genres narrow each other, so there the present choice counts.
 */
export async function countFacets(
  db: Db<unknown>,
  filter: TitleFilter,
): Promise<{ total: number; facets: TitleFacets }> {
  const { kind, status, season, yearFrom, yearTo, airing, ...others } = filter;
  const result = await sql<FacetRow>`
    with candidate as materialized (
      select t.id, t.kind, t.status, t.season, t.year,
        ${kind ? sql`t.kind = any(${kind})` : sql`true`} as in_kind,
        ${status ? sql`t.status = any(${status})` : sql`true`} and ${airing ? sql`t.status = 'airing'` : sql`true`} as in_status,
        ${season ? sql`coalesce(t.season = any(${season}), false)` : sql`true`} as in_season,
        coalesce(t.year >= ${yearFrom ?? null}, ${yearFrom === undefined}) and coalesce(t.year <= ${yearTo ?? null}, ${yearTo === undefined}) as in_year
      from titles t
      where ${sql.join(listConditions({ ...others, airing: false }), sql` and `)}
    )
    select
      (select count(*)::integer from candidate where in_kind and in_status and in_season and in_year) as total,
      coalesce((select json_agg(json_build_object('value', kind, 'count', count) order by count desc, kind) from
        (select kind, count(*) from candidate where in_status and in_season and in_year group by kind) f), '[]') as kind,
      coalesce((select json_agg(json_build_object('value', status, 'count', count) order by count desc, status) from
        (select status, count(*) from candidate where in_kind and in_season and in_year group by status) f), '[]') as status,
      coalesce((select json_agg(json_build_object('value', season, 'count', count) order by count desc, season) from
        (select season, count(*) from candidate where in_kind and in_status and in_year and season is not null
         group by season) f), '[]') as season,
      coalesce((select json_agg(json_build_object('value', year, 'count', count) order by year desc) from
        (select year, count(*) from candidate where in_kind and in_status and in_season and year is not null
         group by year) f), '[]') as year,
      coalesce((select json_agg(json_build_object('slug', g.slug, 'kind', g.kind,
          'name', json_build_object('en', g.name_en, 'ru', g.name_ru), 'count', f.count) order by f.count desc, g.slug)
        from (select tg.genre_id, count(*) from candidate c join title_genres tg on tg.title_id = c.id
          where in_kind and in_status and in_season and in_year group by tg.genre_id) f
        join genres g on g.id = f.genre_id), '[]') as genre`.execute(db);
  const row = result.rows[0];
  if (row === undefined) throw new Error('An aggregate without a row.');
  const { total, kind: kinds, status: statuses, season: seasons, year, genre } = row;
  return { total, facets: { kind: kinds, status: statuses, season: seasons, year, genre: [...genre] } };
}
