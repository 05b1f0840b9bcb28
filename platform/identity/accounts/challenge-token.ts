import { invalidInput } from '../../errors/index.ts';
import type { Db } from '../../postgres/index.ts';
import { type KeyRing, sameBytes } from '../key-ring.ts';
import { type ChallengePurpose, type MetChallenge, spendChallenge } from './challenge-queries.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The secret by which somebody meets a challenge: what the link in a mail carries. It is computed when it is needed and
 * stored nowhere, so whoever reads the database cannot follow anybody's link.
 */
export function challengeToken(keys: KeyRing, purpose: ChallengePurpose, challengeId: string): string {
  const signature = keys.sign(keys.currentId, `challenge ${purpose}`, challengeId);
  if (signature === undefined) throw new Error('The key ring lacks its own current key.');
  return `${challengeId}.${keys.currentId}.${signature.toString('base64url')}`;
}

/** The id of the challenge that a token is for; undefined when nobody with our keys made it, or for another purpose. */
export function challengeIdOf(keys: KeyRing, purpose: ChallengePurpose, token: string): string | undefined {
  const [id = '', keyId = '', signature = '', ...more] = token.split('.');
  if (!ID.test(id) || more.length > 0) return undefined;
  const expected = keys.sign(keyId, `challenge ${purpose}`, id);
  return expected && sameBytes(Buffer.from(signature, 'base64url'), expected) ? id : undefined;
}

/**
 * Meets a challenge in the caller's transaction; it is used up with that.
 *
 * @throws AppError `invalid_input` when the token is not ours, was used, or is too old: one answer for all.
 */
export async function meetChallenge(
  tx: Db<unknown>,
  keys: KeyRing,
  purpose: ChallengePurpose,
  token: string,
): Promise<MetChallenge> {
  const id = challengeIdOf(keys, purpose, token);
  const met = id === undefined ? undefined : await spendChallenge(tx, id, purpose);
  if (met === undefined) {
    throw invalidInput('This link is not good any more. Ask for a new one.', [
      { path: 'token', message: 'is used, too old, or not whole', reason: 'void' },
    ]);
  }
  return met;
}
