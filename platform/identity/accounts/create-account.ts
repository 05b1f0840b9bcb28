import { conflict } from '../../errors/index.ts';
import { type Db, inTransaction } from '../../postgres/index.ts';
import { IDENTITY_ACTIONS } from '../audit-actions.ts';
import type { Audited, IdentityDeps } from '../identity-deps.ts';
import { assertGoodPassword } from '../passwords/password-rules.ts';
import { readEmailAddress } from './email-address.ts';
import { insertAccount, setVerifier } from './queries.ts';
import type { RegistrationWish } from './register.ts';

/**
 * Makes an account at once, for an operator who vouches for the address. Returns its id.
 *
 * @throws AppError `invalid_input` as for a registration, `conflict` when the address has an account.
 */
export async function createAccount(
  deps: { readonly db: Db<unknown> } & Pick<IdentityDeps, 'passwords' | 'knownWords'> & Audited,
  wish: RegistrationWish,
): Promise<string> {
  const { email, key } = readEmailAddress(wish.email);
  assertGoodPassword(wish.password, [email, wish.displayName, ...deps.knownWords]);
  const verifier = await deps.passwords.hash(wish.password);
  return inTransaction(deps.db, async (tx) => {
    const { displayName, language } = wish;
    const accountId = await insertAccount(tx, { email, emailKey: key, displayName, language });
    if (accountId === undefined) throw conflict(`${email} has an account already.`);
    await setVerifier(tx, accountId, verifier);
    const after = { displayName, language };
    await deps.trail.record(tx, { action: IDENTITY_ACTIONS.createAccount, target: accountId, after });
    return accountId;
  });
}
