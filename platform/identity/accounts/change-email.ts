import { conflict } from '../../errors/index.ts';
import { inTransaction, isUniqueViolation } from '../../postgres/index.ts';
import type { AccountActor } from '../actor.ts';
import { IDENTITY_ACTIONS } from '../audit-actions.ts';
import type { Audited, IdentityDeps } from '../identity-deps.ts';
import { insertChallenge, voidChallenges } from './challenge-queries.ts';
import { meetChallenge } from './challenge-token.ts';
import { readEmailAddress } from './email-address.ts';
import { provePassword } from './prove-password.ts';
import { selectAccount, selectAccountByEmail, updateEmail } from './queries.ts';

const CONFIRM_WITHIN_S = 24 * 3_600;

/**
 * Mails a link to a new address; following it makes it the account's. Nothing tells whether the address is taken.
 *
 * @throws AppError `invalid_input` for a wrong password or something that is no address.
 */
export async function requestEmailChange(
  deps: IdentityDeps,
  actor: AccountActor,
  input: { readonly email: string; readonly password: string },
): Promise<void> {
  const { email, key } = readEmailAddress(input.email);
  const account = await provePassword(deps, actor.accountId, input.password);
  await inTransaction(deps.db, async (tx) => {
    const owner = await selectAccountByEmail(tx, key);
    await voidChallenges(tx, account.id, ['email']);
    const challengeId = await insertChallenge(tx, {
      purpose: 'email',
      accountId: account.id,
      email,
      lifetimeS: CONFIRM_WITHIN_S,
    });
    const isTaken = owner !== undefined && owner.id !== account.id;
    await deps.requestMail(
      tx,
      isTaken
        ? { kind: 'already_registered', to: owner.email, language: owner.language, accountId: owner.id }
        : {
            kind: 'verify_email',
            to: email,
            language: account.language,
            accountId: account.id,
            challengeId,
            linkLifetimeS: CONFIRM_WITHIN_S,
          },
    );
  });
}

/**
 * Makes the address that the followed link was sent to the account's; the old one is told. Returns the new address.
 *
 * @throws AppError `invalid_input` for a link that is not good (any more), `conflict` when the address has got another
 * account meanwhile.
 */
export async function confirmEmailChange(
  deps: Pick<IdentityDeps, 'db' | 'keys' | 'requestMail'> & Audited,
  token: string,
): Promise<{ readonly email: string }> {
  const confirmed = inTransaction(deps.db, async (tx) => {
    const { account_id: accountId, email } = await meetChallenge(tx, deps.keys, 'email', token);
    const before = accountId === null ? undefined : await selectAccount(tx, accountId);
    if (before === undefined || email === null)
      throw new Error('A link to a new address has no account behind it.');
    if (!(await updateEmail(tx, before.id, email, readEmailAddress(email).key))) {
      throw taken();
    }
    await deps.trail.record(tx, {
      action: IDENTITY_ACTIONS.changeEmail,
      target: before.id,
      before: { email: before.email },
      after: { email },
      actor: { kind: 'account', accountId: before.id },
    });
    // A link to the old mailbox must not open the account any more.
    await voidChallenges(tx, before.id, ['reset']);
    await deps.requestMail(tx, {
      kind: 'email_changed',
      to: before.email,
      language: before.language,
      accountId: before.id,
    });
    return { email };
  });
  return confirmed.catch((error: unknown) => {
    // Somebody registered it between the look and the write.
    throw isUniqueViolation(error) ? taken() : error;
  });
}

function taken() {
  return conflict('This address has another account by now.');
}
