import { type Db, inTransaction } from '../../postgres/index.ts';
import { revokeApiKeys, selectApiKeys } from '../api-keys/queries.ts';
import { IDENTITY_ACTIONS } from '../audit-actions.ts';
import type { Audited, IdentityDeps } from '../identity-deps.ts';
import { assertNotLast } from '../roles/grant-role.ts';
import { endSessions, selectSessionHistory } from '../sessions/queries.ts';
import { provePassword } from './prove-password.ts';
import { lockAccount, selectAccount, updateDeletion } from './queries.ts';

/** For so long an account that was given up can be had back by signing in. */
const GRACE_DAYS = 30;

/**
 * Gives an account up: it is signed out everywhere, its keys are void, and after thirty days it is gone with all that
 * belongs to it. Returns when.
 *
 * @throws AppError `invalid_input` for a wrong password, `conflict` for the last account that can grant roles.
 */
export async function requestDeletion(
  deps: IdentityDeps & Audited,
  accountId: string,
  password: string,
): Promise<Date> {
  const account = await provePassword(deps, accountId, password);
  return inTransaction(deps.db, async (tx) => {
    await assertNotLast(tx, deps.roles, account.id);
    const dueAt = await updateDeletion(tx, account.id, GRACE_DAYS);
    await endSessions(tx, { accountId: account.id, reason: 'account_deleted' });
    await revokeApiKeys(tx, account.id);
    if (dueAt === null) throw new Error('A deletion was not written.');
    await deps.trail.record(tx, {
      action: IDENTITY_ACTIONS.requestDeletion,
      target: account.id,
      before: { deletionDueAt: account.deletion_due_at },
      after: { deletionDueAt: dueAt },
    });
    const { email, language } = account;
    await deps.requestMail(tx, {
      kind: 'deletion_requested',
      to: email,
      language,
      accountId: account.id,
      dueAt: dueAt.toISOString(),
    });
    return dueAt;
  });
}

/** Takes the wish to be deleted back; without one nothing happens. */
export async function cancelDeletion(
  deps: { readonly db: Db<unknown> } & Audited,
  accountId: string,
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const account = await lockAccount(tx, accountId);
    await updateDeletion(tx, accountId, null);
    await deps.trail.record(tx, {
      action: IDENTITY_ACTIONS.cancelDeletion,
      target: accountId,
      before: { deletionDueAt: account?.deletion_due_at },
      after: { deletionDueAt: null },
    });
  });
}

/** Everything that identity keeps of an account and that opens nothing, as plain data: for its owner to take along. */
export async function exportAccount(
  deps: { readonly db: Db<unknown> },
  accountId: string,
): Promise<Record<string, unknown>> {
  const account = await selectAccount(deps.db, accountId);
  const sessions = await selectSessionHistory(deps.db, accountId);
  const apiKeys = await selectApiKeys(deps.db, accountId);
  return { account, sessions, apiKeys };
}
