import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import * as argon2 from '@node-rs/argon2';
import * as bcrypt from '@node-rs/bcrypt';
import { createBoundedQueue } from './bounded-queue.ts';

/** Argon2id at the cost of the OWASP Password Storage guideline: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const CURRENT = '$argon2id$v=19$m=19456,t=2,p=1$';
/** The enum's value: it exists in types only. */
const ARGON2ID = 2;

/** Of a random password that was thrown away: what is checked where there is no account, at the same cost. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$x3UzyjeXTrb9Etmd7h+r0w$k43vZ6UM8X6EB4wXGcma6Q/R+yjcqWMwIZdH2eqTb7I';

const LEGACY = /^(bcrypt|bcrypt-sha256hex):(\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53})$/;
/** bcrypt reads no further; a longer password would be equal to every other one with the same beginning. */
const BCRYPT_MAX_BYTES = 72;
/** A verifier from elsewhere must not make one log-in cost minutes. */
const BCRYPT_COST_MAX = 14;

/** Turns passwords into verifiers and checks them, off the event loop and behind a bounded queue. */
export interface PasswordHasher {
  /** A verifier to store. Rejects with `unavailable` under overload. */
  hash(password: string): Promise<string>;
  /**
   * Whether the password is the one behind the verifier. With `undefined` (no such account) it costs the same and is
   * false. `outdated` says that the verifier should be replaced now that the password is known. Rejects with
   * `unavailable` under overload.
   */
  verify(
    verifier: string | undefined,
    password: string,
  ): Promise<{ readonly matches: boolean; readonly outdated: boolean }>;
}

/** How much one process hashes. */
export interface HasherOptions {
  /** Hashes at once; each takes one core and 19 MiB. Default: one core is left for everything else. */
  readonly runningMax?: number;
  /** How many may wait for their turn. Default 32. */
  readonly waitingMax?: number;
}

/** Makes the hasher of a process. */
export function createPasswordHasher(options: HasherOptions = {}): PasswordHasher {
  const queue = createBoundedQueue({
    runningMax: options.runningMax ?? Math.max(1, Math.min(3, availableParallelism() - 1)),
    waitingMax: options.waitingMax ?? 32,
  });
  const hash = (password: string) =>
    argon2.hash(canonical(password), { algorithm: ARGON2ID as argon2.Algorithm, ...COST });
  return {
    hash: (password) => queue.run(() => hash(password)),
    verify: (verifier, password) =>
      queue.run(async () => {
        if (verifier === undefined) {
          await argon2.verify(NOBODY, canonical(password));
          return { matches: false, outdated: false };
        }
        const matches = await check(verifier, password);
        return { matches, outdated: matches && !verifier.startsWith(CURRENT) };
      }),
  };
}

/** Whether a verifier is of a form that `verify` knows: for verifiers that come from another system. */
export function isUsableVerifier(verifier: string): boolean {
  const legacy = LEGACY.exec(verifier);
  return legacy
    ? Number(legacy[3]) <= BCRYPT_COST_MAX
    : /^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$/.test(verifier);
}

/**
 * `bcrypt:` was made from the password itself, `bcrypt-sha256hex:` from its SHA-256 in hexadecimal. Neither takes what
 * was hashed in place of the password: the digest is computed here, always and exactly once.
 */
async function check(verifier: string, password: string): Promise<boolean> {
  if (!isUsableVerifier(verifier)) return false;
  const legacy = LEGACY.exec(verifier);
  if (!legacy) return argon2.verify(verifier, canonical(password));
  const [, form, hash = ''] = legacy;
  if (form === 'bcrypt-sha256hex') {
    return bcrypt.verify(createHash('sha256').update(password).digest('hex'), hash);
  }
  return Buffer.byteLength(password) <= BCRYPT_MAX_BYTES && bcrypt.verify(password, hash);
}

/** One password however its keyboard composes letters (NIST SP 800-63B). */
function canonical(password: string): string {
  return password.normalize('NFKC');
}
