import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../pagination/index.ts';
import type { Db } from '../../postgres/index.ts';
import { type AccountOrder, type ListedAccountRow, selectAccounts } from './list-queries.ts';
import type { AccountRow } from './queries.ts';

const moment = z.strictObject({ at: z.iso.datetime(), id: z.uuid() });
const name = z.strictObject({ at: z.string().max(200), id: z.uuid() });

/** Which accounts to list. */
export interface AccountFilter {
  /** A part of the address or the name. */
  readonly text?: string | undefined;
  readonly role?: string | undefined;
  readonly state?: 'suspended' | 'leaving' | undefined;
  readonly order: AccountOrder;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * One page of all accounts, in the order that is asked for.
 *
 * @throws AppError `invalid_input` for a cursor that this list did not give out in this order.
 */
export async function listAccounts(
  deps: { readonly db: Db<unknown> },
  filter: AccountFilter,
): Promise<{ readonly items: readonly AccountRow[]; readonly nextCursor: string | null }> {
  const { order, limit, cursor } = filter;
  const orderName = `accounts.${order}`;
  const position = order === 'name' ? name : moment;
  const after = cursor === undefined ? undefined : decodeCursor(cursor, orderName, position);
  const rows = await selectAccounts(deps.db, { ...filter, after, limit: limit + 1 });
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last === undefined ? null : encodeCursor(orderName, placeOf(last, order)) };
}

function placeOf({ id, name_key: key, created_at: createdAt }: ListedAccountRow, order: AccountOrder) {
  return { at: order === 'name' ? key : createdAt.toISOString(), id };
}
