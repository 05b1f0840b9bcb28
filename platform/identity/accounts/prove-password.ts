import { invalidInput, unauthenticated } from '../../errors/index.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import { type AccountRow, selectAccount, selectVerifier } from './queries.ts';

/**
 * Has somebody who is signed in prove once more who he is, before what cannot be undone. Returns the account.
 *
 * @throws AppError `invalid_input` (at `path`) for a wrong password, `unauthenticated` when the account is gone.
 */
export async function provePassword(
  deps: Pick<IdentityDeps, 'db' | 'passwords'>,
  accountId: string,
  password: string,
  path = 'password',
): Promise<AccountRow> {
  const account = await selectAccount(deps.db, accountId);
  if (account === undefined) throw unauthenticated('This account does not exist any more.');
  const { matches } = await deps.passwords.verify(await selectVerifier(deps.db, accountId), password);
  if (!matches)
    throw invalidInput('The password is wrong.', [{ path, message: 'is wrong', reason: 'wrong' }]);
  return account;
}
