import { createHmac } from 'node:crypto';

const STEP_S = 30;
const DIGITS = 6;
/** Clocks differ: one step before and after is taken as well. */
const DRIFT_STEPS = 1;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of a time step (RFC 4226 and 6238: HMAC-SHA-1, six digits, thirty seconds), which authenticator apps show. */
export function timeCode(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0x0f;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The time step at a moment. */
export function timeStep(now: Date): number {
  return Math.floor(now.getTime() / 1_000 / STEP_S);
}

/** The step that a code belongs to, around a moment; undefined when it is no code of these. */
export function stepOfCode(secret: Buffer, code: string, now: Date): number | undefined {
  const present = timeStep(now);
  for (let drift = -DRIFT_STEPS; drift <= DRIFT_STEPS; drift += 1) {
    if (timeCode(secret, present + drift) === code) return present + drift;
  }
  return undefined;
}

/** Bytes as authenticator apps take them: base32 (RFC 4648) without padding. */
export function base32(bytes: Buffer): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      text += ALPHABET[(value >>> (bits - 5)) & 31];
      bits -= 5;
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text;
}
