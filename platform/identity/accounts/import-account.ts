import { invalidInput } from '../../errors/index.ts';
import { inTransaction } from '../../postgres/index.ts';
import { IDENTITY_ACTIONS } from '../audit-actions.ts';
import type { Audited, IdentityDeps } from '../identity-deps.ts';
import { isUsableVerifier } from '../passwords/password-hasher.ts';
import { insertGrant } from '../roles/queries.ts';
import { readEmailAddress } from './email-address.ts';
import { insertAccount, setVerifier } from './queries.ts';

/** An account as another system kept it. */
export interface ForeignAccount {
  readonly email: string;
  readonly displayName: string;
  readonly language: string;
  /** Argon2id as it is, or `bcrypt:` or `bcrypt-sha256hex:` in front of a bcrypt hash. */
  readonly verifier: string;
  readonly roles: readonly string[];
}

/**
 * Takes over an account of another system, for an operator who vouches for its address. Its owner signs in with the
 * password he has. Returns false, and changes nothing, when the address has an account already.
 *
 * @throws AppError `invalid_input` for an address, a verifier or a role that cannot be taken.
 */
export async function importAccount(
  deps: Pick<IdentityDeps, 'db' | 'roles'> & Audited,
  account: ForeignAccount,
): Promise<boolean> {
  const { email, key } = readEmailAddress(account.email);
  const { displayName, language, verifier, roles } = account;
  if (!isUsableVerifier(verifier)) throw invalidInput('The verifier has no form that is known.');
  const unknown = roles.find((role) => !deps.roles.roles.includes(role) || role === deps.roles.everybody);
  if (unknown !== undefined) throw invalidInput(`There is no role "${unknown}" to give.`);
  return inTransaction(deps.db, async (tx) => {
    const accountId = await insertAccount(tx, { email, emailKey: key, displayName, language });
    if (accountId === undefined) return false;
    await setVerifier(tx, accountId, verifier);
    for (const role of roles) await insertGrant(tx, { accountId, role, grantedBy: null });
    const after = { displayName, language, roles };
    await deps.trail.record(tx, { action: IDENTITY_ACTIONS.createAccount, target: accountId, after });
    return true;
  });
}
