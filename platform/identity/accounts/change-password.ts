import { inTransaction } from '../../postgres/index.ts';
import type { AccountActor } from '../actor.ts';
import { revokeApiKeys } from '../api-keys/queries.ts';
import { IDENTITY_ACTIONS } from '../audit-actions.ts';
import type { Audited, IdentityDeps } from '../identity-deps.ts';
import { assertGoodPassword } from '../passwords/password-rules.ts';
import { forgetDevices } from '../sessions/device-queries.ts';
import { endSessions } from '../sessions/queries.ts';
import { insertChallenge, voidChallenges } from './challenge-queries.ts';
import { meetChallenge } from './challenge-token.ts';
import { readEmailAddress } from './email-address.ts';
import { provePassword } from './prove-password.ts';
import { type AccountRow, selectAccount, selectAccountByEmail, setVerifier } from './queries.ts';

const RESET_WITHIN_S = 3_600;

/**
 * Gives the actor's account a new password and ends its sessions everywhere else.
 *
 * @throws AppError `invalid_input` when the present password is wrong or the new one too weak, `unavailable` under
 * overload.
 */
export async function changePassword(
  deps: IdentityDeps & Audited,
  actor: AccountActor,
  input: { readonly currentPassword: string; readonly newPassword: string },
): Promise<void> {
  const account = await provePassword(deps, actor.accountId, input.currentPassword, 'currentPassword');
  assertGoodPassword(input.newPassword, namesOf(deps, account), 'newPassword');
  const verifier = await deps.passwords.hash(input.newPassword);
  await inTransaction(deps.db, async (tx) => {
    await setVerifier(tx, account.id, verifier);
    await voidChallenges(tx, account.id, ['reset', 'second_factor']);
    await endSessions(tx, {
      accountId: account.id,
      except: actor.sessionId ?? undefined,
      reason: 'password_changed',
    });
    await deps.trail.record(tx, { action: IDENTITY_ACTIONS.changePassword, target: account.id });
    await deps.requestMail(tx, passwordChanged(account));
  });
}

/**
 * Mails a link by which the password of an address's account can be set anew. An address without an account gets a
 * mail that says so: whoever asks learns nothing, at the same cost.
 *
 * @throws AppError `invalid_input` when it is no address.
 */
export async function requestReset(
  deps: Pick<IdentityDeps, 'db' | 'requestMail'>,
  input: { readonly email: string; readonly language: string },
): Promise<void> {
  const { email, key } = readEmailAddress(input.email);
  await inTransaction(deps.db, async (tx) => {
    const account = await selectAccountByEmail(tx, key);
    const challengeId = await insertChallenge(tx, {
      purpose: 'reset',
      accountId: account?.id ?? null,
      email,
      lifetimeS: RESET_WITHIN_S,
    });
    await deps.requestMail(
      tx,
      account === undefined
        ? { kind: 'no_account', to: email, language: input.language, accountId: null }
        : {
            kind: 'reset',
            to: account.email,
            language: account.language,
            accountId: account.id,
            challengeId,
            linkLifetimeS: RESET_WITHIN_S,
          },
    );
  });
}

/**
 * Sets the password anew for who followed the link. Whatever somebody else may have done with the account ends with it:
 * every session, every API key, every known device, every other link on its way.
 *
 * @throws AppError `invalid_input` for a link that is not good (any more) or a password that is too weak.
 */
export async function completeReset(
  deps: IdentityDeps & Audited,
  input: { readonly token: string; readonly password: string },
): Promise<void> {
  // Before the link is used up, so that a weak password does not cost it.
  assertGoodPassword(input.password, deps.knownWords);
  const verifier = await deps.passwords.hash(input.password);
  await inTransaction(deps.db, async (tx) => {
    const { account_id: accountId } = await meetChallenge(tx, deps.keys, 'reset', input.token);
    const account = accountId === null ? undefined : await selectAccount(tx, accountId);
    if (account === undefined) throw new Error('A link to set a password has no account behind it.');
    assertGoodPassword(input.password, namesOf(deps, account));
    await setVerifier(tx, account.id, verifier);
    await voidChallenges(tx, account.id, ['reset', 'email', 'second_factor']);
    await endSessions(tx, { accountId: account.id, reason: 'password_changed' });
    await revokeApiKeys(tx, account.id);
    await forgetDevices(tx, account.id);
    const actor = { kind: 'account', accountId: account.id } as const;
    await deps.trail.record(tx, { action: IDENTITY_ACTIONS.resetPassword, target: account.id, actor });
    await deps.requestMail(tx, passwordChanged(account));
  });
}

function namesOf(deps: IdentityDeps, account: AccountRow): string[] {
  return [account.email, account.display_name, ...deps.knownWords];
}

function passwordChanged({ id, email, language }: AccountRow) {
  return { kind: 'password_changed' as const, to: email, language, accountId: id };
}
