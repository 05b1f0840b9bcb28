import { notFound } from '@seaworthy/platform/errors';
import {
  type AccountRow,
  type Actor,
  authoriseAccount,
  getAccount,
  type IdentityDeps,
  listAccounts,
  listSessions,
} from '@seaworthy/platform/identity';
import type {
  ListAccountsQuery,
  RoleList,
  StaffAccount,
  StaffAccountList,
  StaffSessionList,
} from './contract.ts';

/** One page of the accounts that fit. */
export async function viewAccounts(
  deps: IdentityDeps,
  actor: Actor,
  query: ListAccountsQuery,
): Promise<StaffAccountList> {
  authoriseAccount(actor, 'admin.users.view');
  const { items, nextCursor } = await listAccounts(deps, { ...query, text: query.q, order: query.sort });
  return { items: items.map(staffView), nextCursor };
}

/**
 * One account.
 *
 * @throws AppError `not_found`.
 */
export async function viewOneAccount(deps: IdentityDeps, actor: Actor, id: string): Promise<StaffAccount> {
  authoriseAccount(actor, 'admin.users.view');
  return readAccount(deps, id);
}

/** Where an account is signed in. */
export async function viewSessions(deps: IdentityDeps, actor: Actor, id: string): Promise<StaffSessionList> {
  authoriseAccount(actor, 'admin.users.view');
  await readAccount(deps, id);
  const sessions = await listSessions(deps, id);
  return {
    items: sessions.map((session) => ({
      id: session.id,
      kind: session.kind,
      device: session.device_name,
      address: session.address,
      createdAt: session.created_at.toISOString(),
      lastUsedAt: session.last_used_at.toISOString(),
    })),
  };
}

/** The roles there are, with what each permits. */
export function viewRoles({ roles }: Pick<IdentityDeps, 'roles'>, actor: Actor): RoleList {
  authoriseAccount(actor, 'admin.roles.view');
  return {
    items: roles.roles.map((name) => ({ name, permissions: [...roles.permissionsOf([name])].sort() })),
  };
}

/** @throws AppError `not_found`. */
export async function readAccount(deps: IdentityDeps, id: string): Promise<StaffAccount> {
  const account = await getAccount(deps, id);
  if (account === undefined) throw notFound('There is no such account.');
  return staffView(account);
}

function staffView(account: AccountRow): StaffAccount {
  return {
    id: account.id,
    email: account.email,
    displayName: account.display_name,
    language: account.language,
    roles: [...account.roles],
    createdAt: account.created_at.toISOString(),
    suspendedAt: account.suspended_at?.toISOString() ?? null,
    suspensionReason: account.suspension_reason,
    deletionDueAt: account.deletion_due_at?.toISOString() ?? null,
  };
}
