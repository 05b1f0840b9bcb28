import { conflict } from '../../errors/index.ts';
import { inTransaction } from '../../postgres/index.ts';
import { IDENTITY_ACTIONS } from '../audit-actions.ts';
import type { Audited, IdentityDeps } from '../identity-deps.ts';
import { assertGoodPassword } from '../passwords/password-rules.ts';
import { insertChallenge, insertRegistration, takeRegistration } from './challenge-queries.ts';
import { meetChallenge } from './challenge-token.ts';
import { readEmailAddress } from './email-address.ts';
import { insertAccount, selectAccountByEmail, setVerifier } from './queries.ts';

const CONFIRM_WITHIN_S = 24 * 3_600;

/** Somebody who wishes for an account. */
export interface RegistrationWish {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly language: string;
}

/**
 * Takes somebody's wish for an account and mails a link. The account comes into being when the link is followed, so
 * nobody can sit on an address of somebody else. For an address that has an account the same things happen, at
 * the same cost; only the mail says so.
 *
 * @throws AppError `invalid_input` for an address or a password that cannot be taken, `unavailable` under overload.
 */
export async function register(deps: IdentityDeps, wish: RegistrationWish): Promise<void> {
  const { email, key } = readEmailAddress(wish.email);
  assertGoodPassword(wish.password, [email, wish.displayName, ...deps.knownWords]);
  const verifier = await deps.passwords.hash(wish.password);
  await inTransaction(deps.db, async (tx) => {
    const account = await selectAccountByEmail(tx, key);
    const challengeId = await insertChallenge(tx, {
      purpose: 'verify',
      accountId: null,
      email,
      lifetimeS: CONFIRM_WITHIN_S,
    });
    const { displayName, language } = wish;
    await insertRegistration(tx, { challengeId, email, displayName, language, verifier });
    await deps.requestMail(
      tx,
      account === undefined
        ? {
            kind: 'verify',
            to: email,
            language,
            accountId: null,
            challengeId,
            linkLifetimeS: CONFIRM_WITHIN_S,
          }
        : {
            kind: 'already_registered',
            to: account.email,
            language: account.language,
            accountId: account.id,
          },
    );
  });
}

/**
 * Makes the account that the followed link is for. Returns its id and address.
 *
 * @throws AppError `invalid_input` for a link that is not good (any more), `conflict` when the address has an account.
 */
export async function confirmRegistration(
  deps: Pick<IdentityDeps, 'db' | 'keys'> & Audited,
  token: string,
): Promise<{ readonly accountId: string; readonly email: string }> {
  return inTransaction(deps.db, async (tx) => {
    const { id } = await meetChallenge(tx, deps.keys, 'verify', token);
    const wish = await takeRegistration(tx, id);
    if (wish === undefined) throw new Error('A registration has no wish behind its challenge.');
    const { email, display_name: displayName, language } = wish;
    const emailKey = readEmailAddress(email).key;
    const accountId = await insertAccount(tx, { email, emailKey, displayName, language });
    if (accountId === undefined) {
      throw conflict('This address has an account already. Sign in, or ask for a new password.');
    }
    await setVerifier(tx, accountId, wish.verifier);
    await deps.trail.record(tx, {
      action: IDENTITY_ACTIONS.createAccount,
      target: accountId,
      after: { displayName, language },
      actor: { kind: 'account', accountId },
    });
    return { accountId, email };
  });
}
