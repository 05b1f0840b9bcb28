import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A ring has this many bytes of secret per key, which is what {@link newRingKey} makes. */
const KEY_BYTES = 32;
const KEY_ID = /^[a-z0-9][a-z0-9-]{0,31}$/;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Keys made for trying things out carry this in front of their id; production refuses them. */
export const DEVELOPMENT_KEY_PREFIX = 'dev-';

/**
 * The secret keys of an installation, each under an id. The first one is used for everything new, all of them for what
 * was made before: a new key is put in front, and the old one taken out when nothing depends on it any more.
 */
export interface KeyRing {
  /** The id of the key that is in use. */
  readonly currentId: string;
  /** HMAC-SHA-256 of the parts under a key; undefined when the ring has no such key (any more). */
  sign(keyId: string, purpose: string, ...parts: readonly (string | Buffer)[]): Buffer | undefined;
  /** Encrypts and authenticates under the current key; `bound` must be given again to open it. */
  seal(purpose: string, bound: string, plain: Buffer): string;
  /** What {@link seal} took; undefined when the key is gone or anything was changed. */
  open(purpose: string, bound: string, sealed: string): Buffer | undefined;
}

/**
 * Reads `id:secret,id:secret`, secrets as 32 bytes in base64url, the one in use first.
 *
 * @throws Error with a sentence that repeats no secret.
 */
export function parseKeyRing(text: string): KeyRing {
  const keys = new Map<string, Buffer>();
  for (const [index, entry] of text.split(',').entries()) {
    const [id = '', secret = '', ...more] = entry.trim().split(':');
    const bytes = Buffer.from(secret, 'base64url');
    if (!KEY_ID.test(id) || secret === '' || more.length > 0)
      throw new Error(`key ${index + 1} has no id in front of a colon`);
    if (bytes.length !== KEY_BYTES) throw new Error(`key "${id}" is not 32 bytes in base64url`);
    if (new Set(bytes).size < KEY_BYTES / 4) throw new Error(`key "${id}" is not random`);
    if (keys.has(id)) throw new Error(`the id "${id}" is given twice`);
    keys.set(id, bytes);
  }
  const [currentId = ''] = keys.keys();
  return Object.freeze({
    currentId,
    sign: (keyId: string, purpose: string, ...parts: readonly (string | Buffer)[]) => {
      const key = keys.get(keyId);
      return key && mac(key, purpose, parts);
    },
    seal: (purpose: string, bound: string, plain: Buffer) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keyFor(keys, currentId, purpose), nonce);
      cipher.setAAD(Buffer.from(bound));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return `${currentId}:${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open: (purpose: string, bound: string, sealed: string) => {
      const [keyId = '', box = ''] = sealed.split(':');
      return keys.has(keyId) ? unseal(keyFor(keys, keyId, purpose), bound, box) : undefined;
    },
  });
}

/** A new key for a ring, as `id:secret`. */
export function newRingKey(id: string): string {
  return `${id}:${randomBytes(KEY_BYTES).toString('base64url')}`;
}

/** Whether two byte strings are equal, told in a time that depends on their lengths only. */
export function sameBytes(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Each purpose has a key of its own: what was signed for one means nothing for another. */
function keyFor(keys: ReadonlyMap<string, Buffer>, keyId: string, purpose: string): Buffer {
  const key = keys.get(keyId);
  if (key === undefined) throw new Error(`The key ring has no key "${keyId}".`);
  return createHmac('sha256', key).update(`seal:${purpose}`).digest();
}

/** Lengths stand in front of the parts, so that no two lists of parts give the same text. */
function mac(key: Buffer, purpose: string, parts: readonly (string | Buffer)[]): Buffer {
  const hmac = createHmac('sha256', key).update(`sign:${purpose}`);
  for (const part of parts) {
    const bytes = Buffer.from(part);
    hmac.update(`:${bytes.length}:`).update(bytes);
  }
  return hmac.digest();
}

function unseal(key: Buffer, bound: string, box: string): Buffer | undefined {
  const bytes = Buffer.from(box, 'base64url');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}
