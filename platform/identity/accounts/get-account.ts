import type { Db } from '../../postgres/index.ts';
import { readEmailAddress } from './email-address.ts';
import { type AccountRow, selectAccount, selectAccountByEmail } from './queries.ts';

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
