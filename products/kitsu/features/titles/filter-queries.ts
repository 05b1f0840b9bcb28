import { type RawBuilder, sql } from 'kysely';
import type { FilterName, ListTitlesQuery } from './contract.ts';

/** What narrows a list of titles; `among` are the only titles that come into question. */
export type TitleFilter = Omit<ListTitlesQuery, 'sort' | 'limit' | 'cursor' | 'total' | 'facets'> & {
  readonly among?: readonly number[];
};

/** One filter that is set, as a condition on the title `t`; of genres, which narrow each other, each is one. */
export interface FilterCondition {
  readonly filter: FilterName;
  /** The genre; null where a filter's values belong together. */
  readonly value: string | null;
  readonly condition: RawBuilder<unknown>;
}

/** The conditions of a list. `t` is the title. */
export function listConditions(filter: TitleFilter): RawBuilder<unknown>[] {
  return [shown(filter), ...filterConditions(filter).map(({ condition }) => condition)];
}

/** What comes into question at all, whatever the filters. */
export function shown({ adult, among }: TitleFilter): RawBuilder<unknown> {
  const listed = adult ? sql`t.is_listed` : sql`t.is_listed and not t.is_adult`;
  return among ? sql`${listed} and t.id = any(${among}::integer[])` : listed;
}

/** The filters that are set, in the order of the contract. A title that lacks the value meets no condition on it. */
export function filterConditions(filter: TitleFilter): FilterCondition[] {
  const set: FilterCondition[] = [];
  const add = (name: FilterName, condition: RawBuilder<unknown>, value: string | null = null) =>
    set.push({ filter: name, value, condition });
  if (filter.kind) add('kind', sql`t.kind = any(${filter.kind})`);
  if (filter.status) add('status', sql`t.status = any(${filter.status})`);
  if (filter.airing) add('airing', sql`t.status = 'airing'`);
  if (filter.season) add('season', sql`t.season = any(${filter.season})`);
  addRange(add, 'year', sql`t.year`, filter.yearFrom, filter.yearTo);
  addRange(add, 'score', sql`t.score`, filter.scoreFrom, filter.scoreTo);
  addRange(add, 'episodes', sql`t.episode_count`, filter.episodesFrom, filter.episodesTo);
  for (const slug of filter.genre ?? []) add('genre', sql`t.id in ${titlesOf([slug])}`, slug);
  for (const slug of filter.genreNot ?? []) add('genreNot', sql`t.id not in ${titlesOf([slug])}`, slug);
  if (filter.studio) {
    add(
      'studio',
      sql`t.id in (select ts.title_id from title_studios ts join studios s on s.id = ts.studio_id
        where s.slug = any(${filter.studio}))`,
    );
  }
  return set;
}

function addRange(
  add: (name: FilterName, condition: RawBuilder<unknown>) => void,
  name: FilterName,
  column: RawBuilder<unknown>,
  from: number | undefined,
  to: number | undefined,
): void {
  if (from !== undefined && to !== undefined) add(name, sql`${column} between ${from} and ${to}`);
  else if (from !== undefined) add(name, sql`${column} >= ${from}`);
  else if (to !== undefined) add(name, sql`${column} <= ${to}`);
}

function titlesOf(genres: readonly string[]): RawBuilder<unknown> {
  return sql`(select tg.title_id from title_genres tg join genres g on g.id = tg.genre_id
    where g.slug = any(${genres}))`;
}
