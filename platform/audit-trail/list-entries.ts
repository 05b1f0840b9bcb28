import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../pagination/index.ts';
import type { Db } from '../postgres/index.ts';
import { type EntryFilter, type EntryRow, selectEntries } from './queries.ts';

const ORDER = 'audit.newest';
const point = z.strictObject({ id: z.int().positive() });
const EXPORT_PAGE = 500;

/**
 * One page of the trail, the newest first.
 *
 * @throws AppError `invalid_input` for a cursor that this list did not give out.
 */
export async function listEntries(
  db: Db<unknown>,
  filter: EntryFilter & { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ readonly items: readonly EntryRow[]; readonly nextCursor: string | null }> {
  const belowId = filter.cursor === undefined ? undefined : decodeCursor(filter.cursor, ORDER, point).id;
  const rows = await selectEntries(db, { ...filter, belowId, limit: filter.limit + 1 });
  const items = rows.slice(0, filter.limit);
  const last = rows.length > filter.limit ? items.at(-1) : undefined;
  return { items, nextCursor: last === undefined ? null : encodeCursor(ORDER, { id: last.id }) };
}

/** All entries that fit, the newest first, page by page as they are wanted; what is written meanwhile is not among them. */
export async function* walkEntries(
  db: Db<unknown>,
  filter: EntryFilter,
): AsyncGenerator<readonly EntryRow[], void, undefined> {
  let belowId: number | undefined;
  for (;;) {
    const rows = await selectEntries(db, { ...filter, belowId, limit: EXPORT_PAGE });
    if (rows.length > 0) yield rows;
    if (rows.length < EXPORT_PAGE) return;
    belowId = rows.at(-1)?.id;
  }
}
