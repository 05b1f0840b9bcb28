import { randomBytes } from 'node:crypto';
import { conflict, invalidInput } from '../../errors/index.ts';
import { type Db, inTransaction } from '../../postgres/index.ts';
import { provePassword } from '../accounts/prove-password.ts';
import { selectAccount } from '../accounts/queries.ts';
import { IDENTITY_ACTIONS } from '../audit-actions.ts';
import type { Audited, IdentityDeps } from '../identity-deps.ts';
import { newRecoveryCodes, openSecret, sealSecret, spendCode } from './check-code.ts';
import {
  confirmSecondFactor,
  countRecoveryCodes,
  removeSecondFactorRow,
  replaceRecoveryCodes,
  selectSecondFactor,
  wishSecondFactor,
} from './queries.ts';
import { base32, stepOfCode } from './time-code.ts';

/** As RFC 4226 recommends: the length of the hash. */
const SECRET_BYTES = 20;

/** Whether an account has a second factor in use, and how many recovery codes are left. */
export async function secondFactorOf(
  deps: { readonly db: Db<unknown> },
  accountId: string,
): Promise<{ readonly isOn: boolean; readonly recoveryCodeCount: number }> {
  const factor = await selectSecondFactor(deps.db, accountId);
  const isOn = factor !== undefined && factor.confirmed_at !== null;
  return { isOn, recoveryCodeCount: isOn ? await countRecoveryCodes(deps.db, accountId) : 0 };
}

/**
 * Begins to set up an authenticator: returns the secret for it, as text and as an address for a QR code. It counts once a
 * first code was entered.
 *
 * @throws AppError `invalid_input` for a wrong password, `conflict` when one is in use.
 */
export async function beginSecondFactor(
  deps: IdentityDeps,
  accountId: string,
  input: { readonly password: string; readonly issuer: string },
): Promise<{ readonly secret: string; readonly uri: string }> {
  const account = await provePassword(deps, accountId, input.password);
  const bytes = randomBytes(SECRET_BYTES);
  if (!(await wishSecondFactor(deps.db, accountId, sealSecret(deps.keys, accountId, bytes)))) {
    throw conflict('An authenticator is in use already. Switch it off first.');
  }
  const secret = base32(bytes);
  const label = `${encodeURIComponent(input.issuer)}:${encodeURIComponent(account.email)}`;
  return {
    secret,
    uri: `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(input.issuer)}`,
  };
}

/**
 * Takes the authenticator into use with its first code. Returns the recovery codes, this once.
 *
 * @throws AppError `invalid_input` for a wrong code, `conflict` when none was begun.
 */
export async function confirmOwnSecondFactor(
  deps: IdentityDeps & Audited,
  accountId: string,
  code: string,
): Promise<readonly string[]> {
  return inTransaction(deps.db, async (tx) => {
    const factor = await selectSecondFactor(tx, accountId);
    if (factor === undefined || factor.confirmed_at !== null) {
      throw conflict('There is no authenticator to take into use. Begin anew.');
    }
    const secret = openSecret(deps.keys, accountId, factor.sealed_secret);
    const step = stepOfCode(secret, code.replace(/\s/g, ''), deps.clock.now());
    if (step === undefined || !(await confirmSecondFactor(tx, accountId, step))) throw wrongCode();
    await deps.trail.record(tx, { action: IDENTITY_ACTIONS.enableSecondFactor, target: accountId });
    await tellOwner(tx, deps, accountId, 'second_factor_on');
    return writeNewCodes(tx, accountId);
  });
}

/**
 * Makes new recovery codes; the earlier ones are void.
 *
 * @throws AppError `invalid_input` for a wrong password or code, `conflict` without a second factor.
 */
export async function renewRecoveryCodes(
  deps: IdentityDeps & Audited,
  accountId: string,
  proof: { readonly password: string; readonly code: string },
): Promise<readonly string[]> {
  await provePassword(deps, accountId, proof.password);
  return inTransaction(deps.db, async (tx) => {
    await proveCode(tx, deps, accountId, proof.code);
    await deps.trail.record(tx, { action: IDENTITY_ACTIONS.renewRecoveryCodes, target: accountId });
    return writeNewCodes(tx, accountId);
  });
}

/**
 * Switches the second factor off.
 *
 * @throws AppError as for new recovery codes.
 */
export async function removeSecondFactor(
  deps: IdentityDeps & Audited,
  accountId: string,
  proof: { readonly password: string; readonly code: string },
): Promise<void> {
  await provePassword(deps, accountId, proof.password);
  await inTransaction(deps.db, async (tx) => {
    await proveCode(tx, deps, accountId, proof.code);
    await removeSecondFactorRow(tx, accountId);
    await deps.trail.record(tx, { action: IDENTITY_ACTIONS.disableSecondFactor, target: accountId });
    await tellOwner(tx, deps, accountId, 'second_factor_off');
  });
}

async function tellOwner(
  tx: Db<unknown>,
  { requestMail }: IdentityDeps,
  accountId: string,
  kind: 'second_factor_on' | 'second_factor_off',
): Promise<void> {
  const account = await selectAccount(tx, accountId);
  if (account === undefined) throw new Error('A second factor belongs to no account.');
  await requestMail(tx, { kind, to: account.email, language: account.language, accountId });
}

async function proveCode(
  tx: Db<unknown>,
  deps: IdentityDeps,
  accountId: string,
  code: string,
): Promise<void> {
  const factor = await selectSecondFactor(tx, accountId);
  if (factor === undefined || factor.confirmed_at === null)
    throw conflict('There is no authenticator in use.');
  if (!(await spendCode(tx, deps, accountId, code))) throw wrongCode();
}

async function writeNewCodes(tx: Db<unknown>, accountId: string): Promise<readonly string[]> {
  const { codes, hashes } = newRecoveryCodes(accountId);
  await replaceRecoveryCodes(tx, accountId, hashes);
  return codes;
}

function wrongCode() {
  return invalidInput('The code is wrong or was used.', [
    { path: 'code', message: 'is wrong or was used', reason: 'wrong' },
  ]);
}
