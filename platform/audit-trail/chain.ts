import { hash } from 'node:crypto';
import type { SealedText } from './chain-queries.ts';

/** Signs and checks with keys that the database does not hold. A key ring is one. */
export interface ChainSigner {
  readonly currentId: string;
  /** Undefined for a key that is not there (any more). */
  sign(keyId: string, purpose: string, ...parts: readonly (string | Buffer)[]): Buffer | undefined;
}

/** The hash before the first link. */
export const CHAIN_START: Buffer = Buffer.alloc(32);

const PURPOSE = 'audit trail';

/** The hash of a link: SHA-256 over the one before it, the position and the entry. */
export function linkHash(before: Buffer, position: number, content: SealedText): Buffer {
  const text = JSON.stringify([before.toString('hex'), position, ...content]);
  return Buffer.from(hash('sha256', text, 'hex'), 'hex');
}

/** The signature of the chain up to a position; undefined when the key is gone. */
export function signHead(
  signer: ChainSigner,
  keyId: string,
  head: { readonly position: number; readonly hash: Buffer },
): Buffer | undefined {
  return signer.sign(keyId, PURPOSE, String(head.position), head.hash);
}
