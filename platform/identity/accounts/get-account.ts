import type { Db } from '../../postgres/index.ts';
import { type AccountRow, selectAccount } from './queries.ts';

/** An account by its id; undefined when there is none. */
export function getAccount(deps: { readonly db: Db<unknown> }, id: string): Promise<AccountRow | undefined> {
  return selectAccount(deps.db, id);
}
