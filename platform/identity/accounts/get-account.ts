import type { Db } from '../../postgres/index.ts';
import { readEmailAddress } from './email-address.ts';
import { type AccountRow, selectAccount, selectAccountByEmail, selectAccountNames } from './queries.ts';

/** An account by its id; undefined when there is none. */
export function getAccount(deps: { readonly db: Db<unknown> }, id: string): Promise<AccountRow | undefined> {
  return selectAccount(deps.db, id);
}

/** An account by its address, however it is written; undefined when there is none. */
export function findAccount(
  deps: { readonly db: Db<unknown> },
  email: string,
): Promise<AccountRow | undefined> {
  return selectAccountByEmail(deps.db, readEmailAddress(email).key);
}

/** What accounts are called, by id; one that is gone is not among them. */
export async function namesOfAccounts(
  deps: { readonly db: Db<unknown> },
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await selectAccountNames(deps.db, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row.display_name]));
}
