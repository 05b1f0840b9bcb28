import { conflict, forbidden, notFound } from '../../errors/index.ts';
import { inTransaction } from '../../postgres/index.ts';
import type { AccountActor } from '../actor.ts';
import { IDENTITY_ACTIONS } from '../audit-actions.ts';
import type { Audited, IdentityDeps } from '../identity-deps.ts';
import { assertNotLast } from '../roles/grant-role.ts';
import { endSessions } from '../sessions/queries.ts';
import { lockAccount, updateSuspension } from './queries.ts';

/**
 * Shuts an account out, with a reason that its owner reads when he tries to sign in; all its sessions end. Suspending it
 * again replaces the reason.
 *
 * @throws AppError `not_found`, `conflict` for the own account and the last one that can grant roles, `forbidden` for an
 * account that may do more than the actor.
 */
export async function suspendAccount(
  deps: Pick<IdentityDeps, 'db' | 'roles'> & Audited,
  actor: AccountActor,
  input: { readonly accountId: string; readonly reason: string },
): Promise<void> {
  if (actor.accountId === input.accountId) throw conflict('You cannot suspend yourself.');
  await inTransaction(deps.db, async (tx) => {
    const account = await lockAccount(tx, input.accountId);
    if (account === undefined) throw notFound('There is no such account.');
    const permitted = [...deps.roles.permissionsOf(account.roles)];
    if (permitted.some((permission) => !actor.permissions.has(permission))) {
      throw forbidden('You may not suspend an account that may do more than yours.');
    }
    await assertNotLast(tx, deps.roles, account.id);
    await updateSuspension(tx, account.id, input.reason);
    await deps.trail.record(tx, {
      action: IDENTITY_ACTIONS.suspendAccount,
      target: account.id,
      before: suspension(account.suspension_reason),
      after: suspension(input.reason),
      reason: input.reason,
    });
    await endSessions(tx, { accountId: account.id, reason: 'suspended' });
  });
}

/**
 * Lets a suspended account in again; one that is not suspended stays as it is.
 *
 * @throws AppError `not_found`.
 */
export async function restoreAccount(
  deps: Pick<IdentityDeps, 'db'> & Audited,
  accountId: string,
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const account = await lockAccount(tx, accountId);
    if (account === undefined) throw notFound('There is no such account.');
    await updateSuspension(tx, accountId, null);
    await deps.trail.record(tx, {
      action: IDENTITY_ACTIONS.restoreAccount,
      target: accountId,
      before: suspension(account.suspension_reason),
      after: suspension(null),
    });
  });
}

function suspension(reason: string | null) {
  return { suspended: reason !== null, suspensionReason: reason };
}
