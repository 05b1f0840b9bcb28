import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../pagination/index.ts';
import type { Db } from '../../postgres/index.ts';
import { type AccountRow, selectAccounts } from './queries.ts';

const ORDER = 'accounts.newest';
const point = z.strictObject({ createdAt: z.iso.datetime(), id: z.uuid() });

/** Which accounts to list. */
export interface AccountFilter {
  /** A part of the address or the name. */
  readonly text?: string | undefined;
  readonly role?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * One page of all accounts, the newest first.
 *
 * @throws AppError `invalid_input` for a cursor that this list did not give out.
 */
export async function listAccounts(
  deps: { readonly db: Db<unknown> },
  filter: AccountFilter,
): Promise<{ readonly items: readonly AccountRow[]; readonly nextCursor: string | null }> {
  const after = filter.cursor === undefined ? undefined : decodeCursor(filter.cursor, ORDER, point);
  const rows = await selectAccounts(deps.db, { ...filter, after, limit: filter.limit + 1 });
  const items = rows.slice(0, filter.limit);
  const last = rows.length > filter.limit ? items.at(-1) : undefined;
  const nextCursor =
    last === undefined
      ? null
      : encodeCursor(ORDER, { createdAt: last.created_at.toISOString(), id: last.id });
  return { items, nextCursor };
}
