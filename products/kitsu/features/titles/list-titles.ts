import { decodeCursor, encodeCursor } from '@seaworthy/platform/pagination';
import type { Db } from '@seaworthy/platform/postgres';
import { z } from 'zod';
import { type CardDeps, toCard } from './card.ts';
import type { ListTitlesQuery, TitleList } from './contract.ts';
import { countFacets } from './facet-queries.ts';
import { cursorKey, LIST_ORDERS } from './list-order.ts';
import { countTitles, type PagePoint, selectFilteredPage, selectPlainPage } from './queries.ts';
import type { ListRow } from './tables.ts';

const pagePoint = z.strictObject({ key: z.union([z.string(), z.number()]), id: z.int() });

/**
 * One page of the listed titles that a filter leaves, by keyset: as quick at any depth, and neither skipping nor
 * repeating a title that stays where it is while others come and go. One statement, and one more when the total or
 * the facets are asked for.
 *
 * @throws AppError `invalid_input` for a cursor that this order did not give out.
 */
export async function listTitles(deps: CardDeps, query: ListTitlesQuery): Promise<TitleList> {
  const order = LIST_ORDERS[query.sort];
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, query.sort, pagePoint);
  // One row more than asked for tells whether there is a next page.
  const limit = query.limit + 1;
  const rows = isPlain(query)
    ? await selectPlainPage(deps.db, { sort: query.sort, adult: query.adult, limit, after })
    : await selectFilteredPage(deps.db, { order, filter: query, limit, after });
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => toCard(deps, row)),
    nextCursor: last === undefined ? null : encodeCursor(query.sort, pointOf(last)),
    ...(await countsOf(deps.db, query)),
  };
}

function pointOf(row: ListRow): PagePoint {
  return { key: cursorKey(row.order_key), id: row.id };
}

function isPlain({
  sort,
  limit,
  adult,
  cursor,
  total,
  facets,
  studioName,
  airing,
  ...filters
}: ListTitlesQuery): boolean {
  return !airing && Object.values(filters).every((value) => value === undefined);
}

async function countsOf(
  db: Db<unknown>,
  query: ListTitlesQuery,
): Promise<Pick<TitleList, 'total' | 'facets'>> {
  if (query.facets) return countFacets(db, query);
  return query.total ? { total: await countTitles(db, query) } : {};
}
