import type { Db } from '@seaworthy/platform/postgres';
import { type RawBuilder, sql } from 'kysely';
import type { FilterName, TitleFacets } from './contract.ts';
import { type FilterCondition, filterConditions, shown, type TitleFilter } from './filter-queries.ts';

interface FacetRow extends Omit<TitleFacets, 'without' | 'score' | 'episodes'> {
  readonly total: number;
  readonly score: TitleFacets['year'];
  readonly episodes: TitleFacets['year'];
  readonly missed_once: readonly { readonly value: number; readonly count: number }[];
}

/** The lowest numbers of episodes of the steps in which they are counted. */
const EPISODE_STEPS = [1, 2, 4, 8, 12, 14, 24, 27, 50, 53, 100] as const;
const SCORE_STEPS = Array.from({ length: 18 }, (_, step) => 1 + step / 2);
const SCORE_MAX = 10;

/** So many studios are offered; those that are chosen come on top. */
const STUDIOS_MAX = 12;

/**
 * Counts a list's titles by every facet, and all of them, in one scan. Each title notes in `missed`, bit by bit, which
 * of the set filters it does not meet. A facet ignores its own filter, so that the reader sees what another choice would
 * give: it counts the titles that miss nothing else. Genres narrow each other, so there the present choice counts.
 */
export async function countFacets(
  db: Db<unknown>,
  filter: TitleFilter,
): Promise<{ total: number; facets: TitleFacets }> {
  const set = filterConditions(filter);
  const meets = (...own: readonly FilterName[]) => sql`missed & ~${maskOf(set, own)}::bigint = 0`;
  const chosen = [...(filter.genre ?? []), ...(filter.genreNot ?? [])];
  const result = await sql<FacetRow>`
    with candidate as materialized (
      select * from (select t.id, t.kind, t.status, t.season, t.year, t.score, t.episode_count, ${missed(set)} as missed
        from titles t where ${shown(filter)}) every_title
      where missed & (missed - 1) = 0 or ${meets('status', 'airing')}
    )
    select
      (select count(*)::integer from candidate where missed = 0) as total,
      ${counted(sql`kind`, meets('kind'), sql`count desc, value`)} as kind,
      ${counted(sql`status`, meets('status', 'airing'), sql`count desc, value`)} as status,
      ${counted(sql`season`, meets('season'), sql`count desc, value`)} as season,
      ${counted(sql`year`, meets('year'), sql`value desc`)} as year,
      ${counted(sql`case score when 10 then 9.5 else floor(score * 2) / 2 end`, meets('score'), sql`value`)} as score,
      ${counted(sql`${EPISODE_STEPS}::integer[]`, meets('episodes'), sql`value`, sql`episode_count`)} as episodes,
      ${counted(sql`missed`, sql`missed <> 0 and missed & (missed - 1) = 0`, sql`value`)} as missed_once,
      coalesce((select json_agg(json_build_object('slug', g.slug, 'kind', g.kind,
          'name', json_build_object('en', g.name_en, 'ru', g.name_ru), 'count', coalesce(f.count, 0))
          order by f.count desc nulls last, g.slug)
        from genres g left join (select tg.genre_id, count(*) from candidate c join title_genres tg on tg.title_id = c.id
          where missed = 0 group by tg.genre_id) f on f.genre_id = g.id
        where f.count > 0 or g.slug = any(${chosen})), '[]') as genre,
      ${studios(filter, meets('studio'))} as studio`.execute(db);
  const row = result.rows[0];
  if (row === undefined) throw new Error('An aggregate without a row.');
  const { total, missed_once: once, score, episodes, ...facets } = row;
  return {
    total,
    facets: {
      ...facets,
      score: steps(SCORE_STEPS, score, (_, next) => next ?? SCORE_MAX),
      episodes: steps(EPISODE_STEPS, episodes, (_, next) => (next === undefined ? null : next - 1)),
      without: total > 0 ? [] : withoutOne(set, once),
    },
  };
}

/** Bit by bit, which of the set filters the title `t` does not meet; a value that is not known meets none. */
function missed(set: readonly FilterCondition[]): RawBuilder<unknown> {
  if (set.length === 0) return sql`0::bigint`;
  const bits = set.map(
    ({ condition }, index) => sql`(case when ${condition} then 0 else ${2 ** index} end)::bigint`,
  );
  return sql.join(bits, sql` + `);
}

function maskOf(set: readonly FilterCondition[], own: readonly FilterName[]): number {
  return set.reduce((mask, { filter }, index) => (own.includes(filter) ? mask + 2 ** index : mask), 0);
}

function counted(
  value: RawBuilder<unknown>,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  stepped?: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const group = stepped ? sql`(${value})[width_bucket(${stepped}, ${value})]` : value;
  return sql`coalesce((select json_agg(json_build_object('value', value, 'count', count) order by ${order}) from
    (select ${group} as value, count(*) from candidate where ${condition} group by 1) f where value is not null), '[]')`;
}

/** The studios with the most titles, of any name or of those asked for, and those that are chosen whatever they have left. */
function studios(
  { studio = [], studioName }: TitleFilter,
  condition: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const part = studioName ?? null;
  return sql`coalesce((select json_agg(json_build_object('slug', slug, 'name', name, 'count', count)
      order by count desc, slug) from
    (select s.slug, s.name, coalesce(f.count, 0) as count,
        row_number() over (order by f.count desc nulls last, s.slug) as place
      from studios s left join (select ts.studio_id, count(distinct c.id) from candidate c
        join title_studios ts on ts.title_id = c.id where ${condition} group by ts.studio_id) f on f.studio_id = s.id
      where s.slug = any(${studio}) or (f.count > 0
        and (${part}::text is null or strpos(lower(s.name), lower(${part}::text)) > 0))) ranked
    where place <= ${STUDIOS_MAX} or slug = any(${studio})), '[]')`;
}

/** All steps with their counts, also those without any: a plot has no gaps. */
function steps<To extends number | null>(
  lowest: readonly number[],
  counts: TitleFacets['year'],
  end: (from: number, next: number | undefined) => To,
): { from: number; to: To; count: number }[] {
  return lowest.map((from, index) => ({
    from,
    to: end(from, lowest[index + 1]),
    count: counts.find(({ value }) => value === from)?.count ?? 0,
  }));
}

/** What each filter alone keeps away: the titles that miss it and nothing else. */
function withoutOne(set: readonly FilterCondition[], once: FacetRow['missed_once']): TitleFacets['without'] {
  return set
    .map(({ filter, value }, index) => ({
      filter,
      value,
      count: once.find((one) => one.value === 2 ** index)?.count ?? 0,
    }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}
