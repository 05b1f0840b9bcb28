import { type Db, inTransaction } from '../../postgres/index.ts';
import { IDENTITY_ACTIONS } from '../audit-actions.ts';
import type { Audited } from '../identity-deps.ts';
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
export function purgeIdentity(deps: { readonly db: Db<unknown> } & Audited): Promise<number> {
  return inTransaction(deps.db, async (tx) => {
    await deleteOldChallenges(tx, CHALLENGE_DAYS);
    await deleteOldSessions(tx, HISTORY_DAYS);
    await deleteOldKeys(tx, HISTORY_DAYS);
    const deletedIds = await deleteDueAccounts(tx);
    const action = IDENTITY_ACTIONS.deleteAccount;
    await deps.trail.record(tx, ...deletedIds.map((target) => ({ action, target })));
    return deletedIds.length;
  });
}
