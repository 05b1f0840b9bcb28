import { type Actor, authoriseAccount, type IdentityDeps, updateProfile } from '@seaworthy/platform/identity';
import type { OwnAccount, ProfileChange } from './contract.ts';
import { viewAccount } from './get-own-account.ts';

/** Changes how others see the actor's account, or the language it is written to in; what is left out stays. */
export async function changeProfile(
  deps: Pick<IdentityDeps, 'db' | 'roles'>,
  actor: Actor,
  change: ProfileChange,
): Promise<OwnAccount> {
  const { accountId } = authoriseAccount(actor, 'account.manage');
  await updateProfile(deps.db, accountId, change);
  return viewAccount(deps, accountId);
}
