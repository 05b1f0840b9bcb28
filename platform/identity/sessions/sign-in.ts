import { forbidden, unauthenticated } from '../../errors/index.ts';
import { inTransaction } from '../../postgres/index.ts';
import { readEmailAddress } from '../accounts/email-address.ts';
import { holdVerifier, replaceVerifier, selectSignIn } from '../accounts/queries.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import { type BegunSession, beginSession, type SignInFrom } from './begin-session.ts';

/** What somebody enters to sign in. */
export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly from: SignInFrom;
}

/**
 * Signs somebody in by e-mail and password. A verifier that came from elsewhere, or was made at another cost, is
 * replaced now that the password is known.
 *
 * @throws AppError `unauthenticated`, the same and as late for an unknown address as for a wrong password; `forbidden`
 * for a suspended account (told only to who knows the password); `unavailable` when too many sign in at once.
 */
export async function signIn(deps: IdentityDeps, input: SignIn): Promise<BegunSession> {
  const { key } = readEmailAddress(input.email);
  const known = await selectSignIn(deps.db, key);
  const { matches, outdated } = await deps.passwords.verify(known?.verifier ?? undefined, input.password);
  if (known === undefined || !matches) throw wrong();
  if (known.suspension_reason !== null) {
    throw forbidden(`This account is suspended: ${known.suspension_reason}`);
  }
  const renewed = outdated ? await deps.passwords.hash(input.password) : undefined;
  return inTransaction(deps.db, async (tx) => {
    if (!(await holdVerifier(tx, known.account_id, known.verifier))) throw wrong();
    if (renewed !== undefined) await replaceVerifier(tx, known.account_id, known.verifier, renewed);
    const owner = { accountId: known.account_id, email: known.email, language: known.language };
    return beginSession(tx, deps, owner, input.from);
  });
}

function wrong() {
  return unauthenticated('The e-mail address or the password is wrong.');
}
