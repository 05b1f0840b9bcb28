import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator app shows for a secret at a moment: written apart from the server's own, to agree with it by the standard. */
export function timeCodeOf(secret: string, at: Date): string {
  const bits = [...secret].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  const step = Math.floor(at.getTime() / 30_000)
    .toString(16)
    .padStart(16, '0');
  const digest = createHmac('sha1', Buffer.from(bytes)).update(Buffer.from(step, 'hex')).digest('hex');
  const offset = Number.parseInt(digest.slice(-1), 16) * 2;
  const number = Number.parseInt(digest.slice(offset, offset + 8), 16) % 2 ** 31;
  return String(number % 1_000_000).padStart(6, '0');
}
