import { unauthenticated } from '@seaworthy/platform/errors';
import { type Actor, authoriseAccount, getAccount, type IdentityDeps } from '@seaworthy/platform/identity';
import { language, type OwnAccount } from './contract.ts';

/**
 * The actor's own account, with what it may do.
 *
 * @throws AppError `unauthenticated` for nobody, and when the account is gone.
 */
export function getOwnAccount(deps: Pick<IdentityDeps, 'db' | 'roles'>, actor: Actor): Promise<OwnAccount> {
  const { accountId, permissions } = authoriseAccount(actor, 'account.view');
  return viewAccount(deps, accountId, permissions);
}

/** An account as its owner sees it, who has just proved to be that; with all that its roles permit unless less is said. */
export async function viewAccount(
  deps: Pick<IdentityDeps, 'db' | 'roles'>,
  accountId: string,
  permissions?: ReadonlySet<string>,
): Promise<OwnAccount> {
  const account = await getAccount(deps, accountId);
  if (account === undefined) throw unauthenticated('This account does not exist any more.');
  return {
    id: account.id,
    email: account.email,
    displayName: account.display_name,
    language: language.catch('en').parse(account.language),
    roles: [deps.roles.everybody, ...account.roles],
    permissions: [...(permissions ?? deps.roles.permissionsOf(account.roles))].sort(),
    createdAt: account.created_at.toISOString(),
    deletionDueAt: account.deletion_due_at?.toISOString() ?? null,
  };
}
