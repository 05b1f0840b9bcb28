import { invalidInput } from '../../errors/index.ts';
import commonPasswords from './common-passwords.gen.json' with { type: 'json' };

/** In characters. The upper bound only keeps the work small. */
export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 256;

const COMMON: ReadonlySet<string> = new Set(commonPasswords);
const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
];
const WORD_MIN_LENGTH = 4;

/**
 * Refuses a new password that is too short or that somebody who guesses would try early: the 3,000 most common ones, also
 * when they are dressed up (capitals, digits for letters, digits at the end, written twice), runs of the keyboard, and
 * what is known of the person. There are no rules of composition (ASVS 5.0, 6.2).
 *
 * @throws AppError `invalid_input` with what to do, at `path`.
 */
export function assertGoodPassword(password: string, known: readonly string[], path = 'password'): void {
  const reason = passwordProblem(password, known);
  if (reason === undefined) return;
  const message = MESSAGES[reason];
  throw invalidInput(`The password ${message}.`, [{ path, message, reason }]);
}

const MESSAGES = {
  too_short: `must have at least ${PASSWORD_MIN_LENGTH} characters`,
  too_long: `must have at most ${PASSWORD_MAX_LENGTH} characters`,
  common: 'is one of the first that are tried; take one that only you would think of',
  names: 'is little more than your own names; take one that nobody can look up',
};

function passwordProblem(password: string, known: readonly string[]): keyof typeof MESSAGES | undefined {
  const length = [...password].length;
  if (length < PASSWORD_MIN_LENGTH) return 'too_short';
  if (length > PASSWORD_MAX_LENGTH) return 'too_long';
  const plain = password.normalize('NFKC').toLowerCase();
  if (isCommon(plain)) return 'common';
  const names = known.flatMap(namesIn).filter((name) => plain.includes(name));
  const rest = names.reduce((left, name) => left.replaceAll(name, ''), plain);
  // A name inside a longer secret does no harm; a password that is little more than names does.
  return names.length > 0 && [...rest].length < PASSWORD_MIN_LENGTH / 2 ? 'names' : undefined;
}

function isCommon(plain: string): boolean {
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [plain, bare, withoutLookalikes(plain), withoutLookalikes(bare)].some(
    (form) => form !== '' && (COMMON.has(form) || isRun(form) || isRepeated(form)),
  );
}

function withoutLookalikes(plain: string): string {
  return plain.replace(/[013457@$!]/g, (sign) => LOOKALIKES[sign] ?? sign);
}

/** Made of keyboard rows, alphabets and counting, four characters or more of each at a time. */
function isRun(plain: string): boolean {
  let at = 0;
  while (at < plain.length) {
    const length = runLength(plain.slice(at));
    if (length < WORD_MIN_LENGTH && at + length < plain.length) return false;
    at += Math.max(1, length);
  }
  return true;
}

function runLength(text: string): number {
  const rows = RUNS.flatMap((row) => [row, [...row].reverse().join('')]);
  let longest = 1;
  for (const row of rows) {
    const start = row.indexOf(text[0] ?? '');
    if (start < 0) continue;
    let length = 1;
    while (length < text.length && text[length] === row[start + length]) length += 1;
    longest = Math.max(longest, length);
  }
  return longest;
}

/** One short or common piece again and again. */
function isRepeated(plain: string): boolean {
  for (let size = 1; size <= plain.length / 2; size += 1) {
    const piece = plain.slice(0, size);
    const again = piece.repeat(Math.ceil(plain.length / size)).slice(0, plain.length) === plain;
    if (again && (size <= WORD_MIN_LENGTH || COMMON.has(piece))) return true;
  }
  return false;
}

function namesIn(known: string): string[] {
  const plain = known.normalize('NFKC').toLowerCase();
  return [plain, ...plain.split(/[^\p{L}\p{N}]+/u)].filter((name) => name.length >= WORD_MIN_LENGTH);
}
