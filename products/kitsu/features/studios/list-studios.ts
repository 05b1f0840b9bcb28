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
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ slug, name, count }) => ({ slug, name, count })),
    nextCursor: last === undefined ? null : encodeCursor(order, { key: last.key, slug: last.slug }),
  };
}
