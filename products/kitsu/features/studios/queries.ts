import { type Db, prepare } from '@seaworthy/platform/postgres';
import { sql } from 'kysely';
import type { ListStudiosQuery, StudioItem } from './contract.ts';

/** The point in the list after which a page begins. */
export interface StudioPoint {
  readonly key: string | number;
  readonly slug: string;
}

/** A studio of a page, with the key that the page is ordered by. */
export interface StudioRow extends StudioItem {
  readonly key: string | number;
}

/** One page of studios that have listed titles. */
export async function selectStudios(
  db: Db<unknown>,
  query: ListStudiosQuery,
  after: StudioPoint | null,
  limit: number,
): Promise<StudioRow[]> {
  const [key, type] =
    query.sort === 'titles' ? [sql`-count(distinct t.id)`, sql`integer`] : [sql`lower(s.name)`, sql`text`];
  const point = after === null ? sql`true` : sql`(key, slug) > (${after.key}::${type}, ${after.slug}::text)`;
  const result = await sql<StudioRow>`
    select slug, name, count, key from (
      select s.slug, s.name, count(distinct t.id)::integer as count, (${key})::${type} as key
      from studios s join title_studios ts on ts.studio_id = s.id join titles t on t.id = ts.title_id
      where t.is_listed and (${query.adult} or not t.is_adult)
        and (${query.q ?? null}::text is null or strpos(lower(s.name), lower(${query.q ?? null}::text)) > 0)
      group by s.id
    ) counted
    where ${point}
    order by key, slug limit ${limit}`.execute(db);
  return result.rows;
}

const selectOne = prepare<StudioItem>(
  'studio',
  `select s.slug, s.name, count(distinct t.id)::integer as count
   from studios s join title_studios ts on ts.studio_id = s.id join titles t on t.id = ts.title_id
   where s.slug = $1 and t.is_listed and ($2 or not t.is_adult) group by s.id`,
);

/** One studio that has listed titles. */
export async function selectStudio(
  db: Db<unknown>,
  slug: string,
  adult: boolean,
): Promise<StudioItem | undefined> {
  return (await selectOne(db, [slug, adult]))[0];
}

const insertMissing = prepare<never>(
  'insert_missing_studios',
  'insert into studios (slug, name) select * from unnest($1::text[], $2::text[]) on conflict (slug) do nothing',
);
const selectIds = prepare<{ slug: string; id: number }>(
  'studio_ids',
  'select slug, id from studios where slug = any($1::text[])',
);

/** Makes sure that the studios exist and returns their ids by slug. */
export async function upsertStudios(
  db: Db<unknown>,
  studios: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, number>> {
  const slugs = [...studios.keys()];
  const known = await selectIds(db, [slugs]);
  const have = new Set(known.map((row) => row.slug));
  const missing = slugs.filter((slug) => !have.has(slug));
  if (missing.length === 0) return new Map(known.map((row) => [row.slug, row.id]));
  await insertMissing(db, [missing, missing.map((slug) => studios.get(slug))]);
  return new Map((await selectIds(db, [slugs])).map((row) => [row.slug, row.id]));
}
