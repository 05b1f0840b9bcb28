import {
  type Actor,
  type Audited,
  authoriseAccount,
  endSessionsOf,
  grantRole,
  type IdentityDeps,
  restoreAccount,
  revokeRole,
  suspendAccount,
} from '@seaworthy/platform/identity';
import type { StaffAccount } from './contract.ts';
import { readAccount } from './view-accounts.ts';

/** Gives or takes a role; twice is once. It counts in every process from the next request on. */
export async function changeRole(
  deps: IdentityDeps & Audited,
  actor: Actor,
  change: { readonly id: string; readonly role: string; readonly reason: string; readonly held: boolean },
): Promise<StaffAccount> {
  const by = authoriseAccount(actor, 'admin.roles.manage');
  const grant = { accountId: change.id, role: change.role, reason: change.reason };
  await (change.held ? grantRole(deps, by, grant) : revokeRole(deps, by, grant));
  return readAccount(deps, change.id);
}

/** Shuts an account out, for a reason, or (without one) lets it in again. */
export async function changeSuspension(
  deps: IdentityDeps & Audited,
  actor: Actor,
  change: { readonly id: string; readonly reason: string | null },
): Promise<StaffAccount> {
  const by = authoriseAccount(actor, 'admin.users.manage');
  const { id: accountId, reason } = change;
  await (reason === null ? restoreAccount(deps, accountId) : suspendAccount(deps, by, { accountId, reason }));
  return readAccount(deps, accountId);
}

/** Signs an account out everywhere. Returns how many sessions ended. */
export async function endSessionsOfAccount(
  deps: IdentityDeps & Audited,
  actor: Actor,
  id: string,
): Promise<{ endedCount: number }> {
  authoriseAccount(actor, 'admin.users.manage');
  await readAccount(deps, id);
  return { endedCount: await endSessionsOf(deps, id) };
}
