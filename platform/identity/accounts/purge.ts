import { type Db, inTransaction } from '../../postgres/index.ts';
import { deleteDueAccounts, deleteOldChallenges, deleteOldKeys, deleteOldSessions } from './purge-queries.ts';

/** For so long staff can look into what happened to an account. */
const HISTORY_DAYS = 90;
/** Links are dead by then; wishes for an account that nobody confirmed go with them. */
const CHALLENGE_DAYS = 2;

/**
 * Forgets what has no use any more: accounts whose time has come with all that is theirs, unconfirmed wishes, dead links,
 * sessions and keys that ended three months ago. Any number of processes may do it at once. Returns how many accounts
 * went.
 */
export function purgeIdentity(deps: { readonly db: Db<unknown> }): Promise<number> {
  return inTransaction(deps.db, async (tx) => {
    await deleteOldChallenges(tx, CHALLENGE_DAYS);
    await deleteOldSessions(tx, HISTORY_DAYS);
    await deleteOldKeys(tx, HISTORY_DAYS);
    return deleteDueAccounts(tx);
  });
}
