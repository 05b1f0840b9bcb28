import { forbidden, unauthenticated } from '../../errors/index.ts';
import { inTransaction } from '../../postgres/index.ts';
import { insertChallenge, spendChallenge } from '../accounts/challenge-queries.ts';
import { challengeIdOf, challengeToken } from '../accounts/challenge-token.ts';
import { readEmailAddress } from '../accounts/email-address.ts';
import { holdVerifier, replaceVerifier, selectAccount, selectSignIn } from '../accounts/queries.ts';
import { IDENTITY_ACTIONS } from '../audit-actions.ts';
import type { Audited, IdentityDeps } from '../identity-deps.ts';
import { spendCode } from '../second-factor/check-code.ts';
import { countTry, selectSecondFactor } from '../second-factor/queries.ts';
import { type BegunSession, beginSession, type SignInFrom } from './begin-session.ts';

const SECOND_FACTOR_WITHIN_S = 300;
const TRIES_MAX = 5;

/** What somebody enters to sign in. */
export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly from: SignInFrom;
}

/** How far somebody came by his password: in, or to the question for a code. */
export type SignInOutcome =
  | { readonly kind: 'signed_in'; readonly session: BegunSession }
  | { readonly kind: 'second_factor'; readonly challenge: string };

/**
 * Signs somebody in by e-mail and password, or asks for a code where the account has a second factor. A verifier that
 * came from elsewhere, or was made at another cost, is replaced now that the password is known.
 *
 * @throws AppError `unauthenticated`, the same and as late for an unknown address as for a wrong password; `forbidden`
 * for a suspended account (told only to who knows the password); `unavailable` when too many sign in at once.
 */
export async function signIn(deps: IdentityDeps & Audited, input: SignIn): Promise<SignInOutcome> {
  const { key } = readEmailAddress(input.email);
  const known = deps.isShutOut?.(key) ? undefined : await selectSignIn(deps.db, key);
  const { matches, outdated } = await deps.passwords.verify(known?.verifier ?? undefined, input.password);
  if (known === undefined || !matches) {
    await noteRefusal(deps, known?.account_id ?? null, 'wrong password');
    throw wrong();
  }
  if (known.suspension_reason !== null) {
    await noteRefusal(deps, known.account_id, 'suspended');
    throw suspended(known.suspension_reason);
  }
  const renewed = outdated ? await deps.passwords.hash(input.password) : undefined;
  return inTransaction(deps.db, async (tx): Promise<SignInOutcome> => {
    if (!(await holdVerifier(tx, known.account_id, known.verifier))) throw wrong();
    if (renewed !== undefined) await replaceVerifier(tx, known.account_id, known.verifier, renewed);
    const factor = await selectSecondFactor(tx, known.account_id);
    if (factor !== undefined && factor.confirmed_at !== null) {
      const id = await insertChallenge(tx, {
        purpose: 'second_factor',
        accountId: known.account_id,
        email: null,
        lifetimeS: SECOND_FACTOR_WITHIN_S,
      });
      await deps.trail.record(tx, { action: IDENTITY_ACTIONS.askForCode, target: known.account_id });
      return { kind: 'second_factor', challenge: challengeToken(deps.keys, 'second_factor', id) };
    }
    const owner = { accountId: known.account_id, email: known.email, language: known.language };
    return { kind: 'signed_in', session: await beginSession(tx, deps, owner, input.from) };
  });
}

/**
 * Signs in who was asked for a code. It may be tried five times within five minutes.
 *
 * @throws AppError `unauthenticated` for a wrong or used code, and when the question is over: then one signs in anew.
 */
export async function completeSignIn(
  deps: IdentityDeps & Audited,
  input: { readonly challenge: string; readonly code: string; readonly from: SignInFrom },
): Promise<BegunSession> {
  const id = challengeIdOf(deps.keys, 'second_factor', input.challenge);
  // Counted before the code is looked at, and in a transaction of its own: a wrong code is a try as well.
  const accountId = id === undefined ? undefined : await countTry(deps.db, id, TRIES_MAX);
  if (id === undefined || accountId === undefined) throw unauthenticated('Sign in again from the beginning.');
  const begun = await inTransaction(deps.db, async (tx) => {
    if (!(await spendCode(tx, deps, accountId, input.code))) return undefined;
    const met = await spendChallenge(tx, id, 'second_factor');
    const account = met && (await selectAccount(tx, accountId));
    if (account === undefined) throw unauthenticated('Sign in again from the beginning.');
    if (account.suspension_reason !== null) throw suspended(account.suspension_reason);
    return beginSession(tx, deps, { ...account, accountId }, input.from);
  });
  if (begun === undefined) {
    await noteRefusal(deps, accountId, 'wrong code');
    throw unauthenticated('The code is wrong or was used.', [
      { path: 'code', message: 'is wrong or was used', reason: 'wrong' },
    ]);
  }
  return begun;
}

/** An unknown address leaves the same trace as a known one, but for the account. */
async function noteRefusal({ db, trail }: IdentityDeps & Audited, target: string | null, reason: string) {
  await trail.record(db, { action: IDENTITY_ACTIONS.refuseSignIn, target, reason, outcome: 'refused' });
}

function wrong() {
  return unauthenticated('The e-mail address or the password is wrong.');
}

function suspended(reason: string) {
  return forbidden(`This account is suspended: ${reason}`, { suspensionReason: reason });
}
