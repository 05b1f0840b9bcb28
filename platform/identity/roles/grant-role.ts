import { conflict, forbidden, notFound } from '../../errors/index.ts';
import { type Db, inTransaction } from '../../postgres/index.ts';
import { type AccountRow, lockAccount } from '../accounts/queries.ts';
import type { Actor } from '../actor.ts';
import { IDENTITY_ACTIONS } from '../audit-actions.ts';
import type { Audited, IdentityDeps } from '../identity-deps.ts';
import type { RoleCatalogue } from '../roles.ts';
import { deleteGrant, insertGrant, lockHolders } from './queries.ts';

/** Somebody at the installation's own command line. What it does needs no permission, and no account. */
export interface Operator {
  readonly kind: 'operator';
}

/** A role to give or take. */
export interface RoleChange {
  readonly accountId: string;
  readonly role: string;
  /** For the audit trail. */
  readonly reason?: string | undefined;
}

/**
 * Gives an account a role; giving it twice is giving it once. It counts from the next request on, in every process.
 * Returns whether anything changed.
 *
 * @throws AppError `not_found` for an account or a role that there is not, `forbidden` for a role that permits more than
 * the giver may do.
 */
export async function grantRole(
  deps: Pick<IdentityDeps, 'db' | 'roles'> & Audited,
  by: Actor | Operator,
  change: RoleChange,
): Promise<boolean> {
  assertGivable(deps.roles, by, change.role);
  return inTransaction(deps.db, async (tx) => {
    const { roles } = await existing(tx, change.accountId);
    await deps.trail.record(tx, {
      action: IDENTITY_ACTIONS.grantRole,
      target: change.accountId,
      reason: change.reason,
      before: { roles },
      after: { roles: [...new Set([...roles, change.role])].sort() },
    });
    const { accountId, role } = change;
    return insertGrant(tx, { accountId, role, grantedBy: by.kind === 'account' ? by.accountId : null });
  });
}

/**
 * Takes a role from an account. Returns whether anything changed.
 *
 * @throws AppError as for giving it, and `conflict` when nobody would be left who holds the role that runs the rest.
 */
export async function revokeRole(
  deps: Pick<IdentityDeps, 'db' | 'roles'> & Audited,
  by: Actor | Operator,
  change: RoleChange,
): Promise<boolean> {
  assertGivable(deps.roles, by, change.role);
  return inTransaction(deps.db, async (tx) => {
    const { roles } = await existing(tx, change.accountId);
    if (change.role === deps.roles.owner) await assertNotLast(tx, deps.roles, change.accountId);
    await deps.trail.record(tx, {
      action: IDENTITY_ACTIONS.revokeRole,
      target: change.accountId,
      reason: change.reason,
      before: { roles },
      after: { roles: roles.filter((role) => role !== change.role) },
    });
    return deleteGrant(tx, change.accountId, change.role);
  });
}

/**
 * Refuses what would leave the installation without anybody who can grant roles. In the caller's transaction, which
 * then does it.
 *
 * @throws AppError `conflict`.
 */
export async function assertNotLast(tx: Db<unknown>, roles: RoleCatalogue, accountId: string): Promise<void> {
  const holders = await lockHolders(tx, roles.owner);
  const isHolder = holders.some((holder) => holder.account_id === accountId);
  const others = holders.filter((holder) => holder.account_id !== accountId && holder.usable);
  if (isHolder && others.length === 0) {
    throw conflict(`This is the last account with the role ${roles.owner}. Give it to another one first.`);
  }
}

function assertGivable(roles: RoleCatalogue, by: Actor | Operator, role: string): void {
  if (!roles.roles.includes(role) || role === roles.everybody)
    throw notFound('There is no such role to give.');
  if (by.kind === 'operator') return;
  const held: ReadonlySet<string> = by.kind === 'anonymous' ? new Set() : by.permissions;
  if ([...roles.permissionsOf([role])].some((permission) => !held.has(permission))) {
    throw forbidden('You may not give or take a role that permits more than your own.');
  }
}

async function existing(tx: Db<unknown>, accountId: string): Promise<AccountRow> {
  const account = await lockAccount(tx, accountId);
  if (account === undefined) throw notFound('There is no such account.');
  return account;
}
