import { randomBytes } from 'node:crypto';

/** Without those that are taken for each other. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Groups of four letters and digits, 20 random bits each, such as `k7qd-2mzx`. */
export function generatedPassword(groups: number): string {
  const letters = [...randomBytes(groups * 4)].map((byte) => LETTERS[byte % LETTERS.length]);
  return letters.join('').match(/.{4}/g)?.join('-') ?? '';
}
