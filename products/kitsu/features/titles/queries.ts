import { type Db, prepare } from '@seaworthy/platform/postgres';
import { sql } from 'kysely';
import { type TitleSort, titleSort } from './contract.ts';
import { listConditions, type TitleFilter } from './filter-queries.ts';
import { LIST_ORDERS, type ListOrder } from './list-order.ts';
import type { CardRow, DetailRow, ListRow } from './tables.ts';

const CARD_COLUMNS = `
  t.id, t.slug, t.main_title, t.romaji_title, t.english_title, t.japanese_title, t.russian_title,
  t.kind, t.status, t.season, t.year, t.episode_count, t.episode_duration_s, t.score::double precision as score,
  t.popularity, t.is_adult, t.is_demo, t.version,
  coalesce((
    select json_agg(json_build_object(
      'slug', g.slug, 'kind', g.kind, 'name', json_build_object('en', g.name_en, 'ru', g.name_ru)
    ) order by g.kind = 'tag', g.id)
    from title_genres tg join genres g on g.id = tg.genre_id where tg.title_id = t.id
  ), '[]') as genres,
  coalesce((
    select json_object_agg(x.provider, x.external_id order by length(x.external_id) desc, x.external_id desc)
    from title_external_ids x where x.title_id = t.id
  ), '{}') as external_ids`;

function listColumns(orderColumn: ListOrder['column']): string {
  return `${CARD_COLUMNS}, t.${orderColumn} as order_key`;
}

/** The point in an order after which a page begins. */
export interface PagePoint {
  readonly key: string | number;
  readonly id: number;
}

/** The statements of unfiltered lists, which most visitors cause: prepared by sort, as first and as a later page. */
const PLAIN_PAGES = new Map(titleSort.options.map((sort) => [sort, plainPages(sort, LIST_ORDERS[sort])]));

function plainPages(sort: TitleSort, { column, direction, type }: ListOrder) {
  const from = `select ${listColumns(column)} from titles t where t.is_listed and ($1 or not t.is_adult)`;
  const orderBy = `order by t.${column} ${direction}, t.id ${direction} limit $2`;
  const beyond = `(t.${column}, t.id) ${direction === 'asc' ? '>' : '<'} ($3::${type}, $4::integer)`;
  return {
    first: prepare<ListRow>(`titles_by_${sort}`, `${from} ${orderBy}`),
    after: prepare<ListRow>(`titles_by_${sort}_after`, `${from} and ${beyond} ${orderBy}`),
  };
}

/** One page of an unfiltered list. */
export async function selectPlainPage(
  db: Db<unknown>,
  page: { sort: TitleSort; adult: boolean; limit: number; after: PagePoint | null },
): Promise<ListRow[]> {
  const statements = PLAIN_PAGES.get(page.sort);
  if (statements === undefined) throw new RangeError(`There is no order ${page.sort}.`);
  const { adult, limit, after } = page;
  return after === null
    ? statements.first(db, [adult, limit])
    : statements.after(db, [adult, limit, after.key, after.id]);
}

/** One page of a filtered list; planned each time, since the best way depends on the values. */
export async function selectFilteredPage(
  db: Db<unknown>,
  page: { order: ListOrder; filter: TitleFilter; limit: number; after: PagePoint | null },
): Promise<ListRow[]> {
  const { column, direction, type } = page.order;
  const conditions = listConditions(page.filter);
  if (page.after !== null) {
    conditions.push(
      sql`(t.${sql.raw(column)}, t.id) ${sql.raw(direction === 'asc' ? '>' : '<')} (${page.after.key}::${sql.raw(type)}, ${page.after.id}::integer)`,
    );
  }
  const result = await sql<ListRow>`
    select ${sql.raw(listColumns(column))} from titles t where ${sql.join(conditions, sql` and `)}
    order by t.${sql.raw(column)} ${sql.raw(direction)}, t.id ${sql.raw(direction)} limit ${page.limit}`.execute(
    db,
  );
  return result.rows;
}

/** How many titles a filter leaves. */
export async function countTitles(db: Db<unknown>, filter: TitleFilter): Promise<number> {
  const result = await sql<{ count: number }>`
    select count(*)::integer as count from titles t where ${sql.join(listConditions(filter), sql` and `)}`.execute(
    db,
  );
  return result.rows[0]?.count ?? 0;
}

/** The ids that a filter leaves, in no order. */
export async function selectIdsAmong(db: Db<unknown>, filter: TitleFilter): Promise<number[]> {
  const result = await sql<{ id: number }>`
    select t.id from titles t where ${sql.join(listConditions(filter), sql` and `)}`.execute(db);
  return result.rows.map((row) => row.id);
}

const selectCardRows = prepare<CardRow>(
  'cards_of_ids',
  `select ${CARD_COLUMNS} from titles t where t.id = any($1::integer[]) and t.is_listed`,
);

/** The listed ones among `ids`, in the order of `ids`. */
export async function selectCards(db: Db<unknown>, ids: readonly number[]): Promise<CardRow[]> {
  const rows = await selectCardRows(db, [ids]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const RELATED = `
  select r.kind, other.id, other.aired_order from title_relations r
  join title_external_ids x on x.provider = r.provider and x.external_id = r.external_id
  join titles other on other.id = x.title_id
  where r.title_id = t.id and other.id <> t.id and other.is_listed and ($2 or not other.is_adult)`;

const selectDetailRow = prepare<DetailRow>(
  'title_detail',
  `select ${CARD_COLUMNS},
    t.start_date, t.end_date, t.age_rating, t.score_count, t.updated_at,
    coalesce((select json_agg(json_build_object('name', n.name, 'kind', n.kind, 'language', n.language)
      order by array_position(array['main', 'official', 'short', 'synonym'], n.kind), n.language nulls last, n.id)
      from title_names n where n.title_id = t.id), '[]') as names,
    coalesce((select json_object_agg(d.language, d.body) from title_descriptions d where d.title_id = t.id), '{}')
      as descriptions,
    coalesce((select json_agg(json_build_object('slug', s.slug, 'name', s.name, 'role', ts.role)
      order by ts.role desc, s.name) from title_studios ts join studios s on s.id = ts.studio_id
      where ts.title_id = t.id), '[]') as studios,
    coalesce((select json_agg(json_build_object('source', p.source, 'importedAt', s.imported_at, 'fields', p.fields)
      order by cardinality(p.fields) desc, p.source)
      from (select value as source, array_agg(key order by key) as fields from jsonb_each_text(t.provenance) group by value) p
      left join title_sources s on s.title_id = t.id and s.source = p.source), '[]') as sources,
    coalesce((select json_agg(json_build_object('id', r.id, 'kind', r.kind)
      order by nullif(r.aired_order, 0) nulls last, r.id)
      from (select distinct on (id) * from (${RELATED}) every_relation order by id, kind = 'unspecified') r), '[]')
      as related,
    (select json_build_object('slug', f.slug, 'name', f.name, 'titleCount', count(member.id))
      from franchises f join titles member on member.franchise_id = f.id and member.is_listed
        and ($2 or not member.is_adult)
      where f.id = t.franchise_id group by f.id having count(member.id) > 1) as franchise
  from titles t
  where t.is_listed and (t.slug = $1 or t.id = case when $1 ~ '^[1-9][0-9]{0,8}$' then $1::integer end)
  order by t.slug = $1 desc limit 1`,
);

/** Everything of one listed title but the cards of its relations; undefined when there is no such title. */
export async function selectDetail(
  db: Db<unknown>,
  idOrSlug: string,
  adult: boolean,
): Promise<DetailRow | undefined> {
  return (await selectDetailRow(db, [idOrSlug, adult]))[0];
}

const selectRandomRow = prepare<{ id: number }>(
  'random_title',
  `select t.id from titles t
   where t.is_listed and not t.is_adult
     and t.id >= (select 1 + floor(random() * coalesce(max(id), 1))::integer from titles)
   order by t.id limit 1`,
);

const selectFirstId = prepare<{ id: number }>(
  'first_title',
  'select t.id from titles t where t.is_listed and not t.is_adult order by t.id limit 1',
);

/** Some listed title that is not for adults; undefined when the catalogue is empty. */
export async function selectRandomId(db: Db<unknown>): Promise<number | undefined> {
  const [row] = await selectRandomRow(db, []);
  return row?.id ?? (await selectFirstId(db, []))[0]?.id;
}
