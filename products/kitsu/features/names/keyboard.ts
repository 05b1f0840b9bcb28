/**
 * The keys of an English (QWERTY) and a Russian (ЙЦУКЕН) keyboard, row by row: letters at the same place are on the
 * same key. What stands on one key without and with shift comes in two lines.
 */
const ENGLISH_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./" + '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?';
const RUSSIAN_KEYS = 'ёйцукенгшщзхъфывапролджэячсмитьбю.' + 'ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,';

const TO_RUSSIAN = keyMap(ENGLISH_KEYS, RUSSIAN_KEYS);
const TO_ENGLISH = keyMap(RUSSIAN_KEYS, ENGLISH_KEYS);

function keyMap(from: string, to: string): ReadonlyMap<string, string> {
  const target = [...to];
  return new Map([...from].map((key, index) => [key, target[index] ?? key]));
}

/**
 * What would have been written had the other keyboard layout been on: `fnfrf nbnfyjd` is `атака титанов`, `тфкгещ` is
 * `naruto`. Null for a text with letters of both alphabets or of neither, which no single slip explains.
 */
export function inOtherLayout(text: string): string | null {
  const isLatin = /\p{Script=Latin}/u.test(text);
  const isCyrillic = /\p{Script=Cyrillic}/u.test(text);
  if (isLatin === isCyrillic) return null;
  const keys = isLatin ? TO_RUSSIAN : TO_ENGLISH;
  return [...text].map((key) => keys.get(key) ?? key).join('');
}
