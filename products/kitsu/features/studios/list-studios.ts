import { decodeCursor, encodeCursor } from '@seaworthy/platform/pagination';
import type { Db } from '@seaworthy/platform/postgres';
import { z } from 'zod';
import type { ListStudiosQuery, StudioList } from './contract.ts';
import { selectStudios } from './queries.ts';

const studioPoint = z.strictObject({ key: z.union([z.string(), z.number()]), slug: z.string() });

/**
 * One page of the studios and producers of listed titles.
 *
 * @throws AppError `invalid_input` for a cursor that this order did not give out.
 */
export async function listStudios(deps: { db: Db<unknown> }, query: ListStudiosQuery): Promise<StudioList> {
  const order = `studios.${query.sort}`;
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, order, studioPoint);
  const rows = await selectStudios(deps.db, query, after, query.limit + 1);
  const items = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? items.at(-1) : undefined;
  const keyOf = (studio: { name: string; count: number }) =>
    query.sort === 'titles' ? -studio.count : studio.name.toLowerCase();
  return {
    items,
    nextCursor: last === undefined ? null : encodeCursor(order, { key: keyOf(last), slug: last.slug }),
  };
}
