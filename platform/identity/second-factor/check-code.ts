import { randomBytes } from 'node:crypto';
import type { Db } from '../../postgres/index.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import type { KeyRing } from '../key-ring.ts';
import { hashToken } from '../secret-token.ts';
import { selectSecondFactor, spendRecoveryCode, spendStep } from './queries.ts';
import { base32, stepOfCode } from './time-code.ts';

const SEALED_FOR = 'second factor';
const CODES = 10;
const CODE_BYTES = 10;

/** Encrypts the secret of an account's authenticator. */
export function sealSecret(keys: KeyRing, accountId: string, secret: Buffer): string {
  return keys.seal(SEALED_FOR, accountId, secret);
}

/**
 * The secret of an account's authenticator.
 *
 * @throws Error when the key it was encrypted under has left the ring: an operator's mistake, and nothing to sign in by.
 */
export function openSecret(keys: KeyRing, accountId: string, sealed: string): Buffer {
  const secret = keys.open(SEALED_FOR, accountId, sealed);
  if (secret === undefined) throw new Error('The key of a second factor is not in the key ring any more.');
  return secret;
}

/** Whether a code of the authenticator, or a recovery code, opens the account's second factor. It is good once. */
export async function spendCode(
  tx: Db<unknown>,
  deps: Pick<IdentityDeps, 'keys' | 'clock'>,
  accountId: string,
  code: string,
): Promise<boolean> {
  const plain = code.replace(/[\s-]/g, '').toUpperCase();
  if (!/^\d{6}$/.test(plain)) return spendRecoveryCode(tx, accountId, codeHash(accountId, plain));
  const factor = await selectSecondFactor(tx, accountId);
  if (factor === undefined || factor.confirmed_at === null) return false;
  const secret = openSecret(deps.keys, accountId, factor.sealed_secret);
  const step = stepOfCode(secret, plain, deps.clock.now());
  return step !== undefined && spendStep(tx, accountId, step);
}

/** New recovery codes, each 80 random bits, with the hashes to keep. */
export function newRecoveryCodes(accountId: string): {
  readonly codes: readonly string[];
  readonly hashes: readonly Buffer[];
} {
  const plain = Array.from({ length: CODES }, () => base32(randomBytes(CODE_BYTES)));
  return {
    codes: plain.map((code) => code.match(/.{4}/g)?.join('-') ?? code),
    hashes: plain.map((code) => codeHash(accountId, code)),
  };
}

function codeHash(accountId: string, plain: string): Buffer {
  return hashToken(`recovery:${accountId}:${plain}`);
}
