import { cyrillicToLatin } from './cyrillic.ts';
import { kanaToLatin } from './kana.ts';

/**
 * Spellings of one sound, the longest first. Capitals are single sounds: S as in shi, C as in chi, T as in tsu, J as in
 * ji, F as in fu. Japanese has one sound for l and r. Hepburn (shi, chi, tsu, fu, ji), Kunrei and Nihon-shiki (si, ti, tu, hu, zi, di, sya, tya, zya), what
 * keyboards take (jya, cya, dzu) and Polivanov (си, ти, дзи) come to the same; so do, alike in names and queries, English
 * words with these letters.
 */
const UNITS: readonly (readonly [spelling: string, sound: string])[] = [
  ['(?:tch|cch|ch|cy(?=[auo])|ty(?=[auo]))y?(?=[aouei]|(?![aouei]))', 'C'],
  ['t(?=i)', 'C'],
  ['ts|tz|t(?=u)', 'T'],
  ['(?:ssh|sh)y?|sy(?=[auo])|s(?=i)', 'S'],
  ['dz(?=i)|dzy(?=[auo])|zy(?=[auo])|dy(?=[auo])|(?:zh|dj|j)y?|z(?=i)|d(?=i)', 'J'],
  ['dz|d(?=u)', 'z'],
  ['ph|f|h(?=u)', 'F'],
  ['ck|cc(?![eiy])|c(?![eiyh])|q', 'k'],
  ['c(?=[eiy])', 's'],
  ['kh', 'h'],
  ['wh|w', 'v'],
  ['th', 't'],
  ['gh', 'g'],
  ['x', 'ks'],
  ['m(?=[bp])', 'n'],
  ['y(?![aeiou])', 'i'],
  ['l', 'r'],
];
const UNIT = new RegExp(UNITS.map(([spelling]) => `(${spelling})`).join('|'), 'g');

const KANA = /[\u3041-\u30ff]/;
const CYRILLIC = /[\u0400-\u04ff]/;

/**
 * How a word sounds, in one spelling for all scripts that write sounds: kana, Cyrillic and Latin letters, whatever the
 * system of romanisation; long vowels and doubled letters count once. Words of one key are the same name heard by
 * different ears. Chinese characters, Hangul and others stay as they are. The word is to be in lower case.
 */
export function soundKey(word: string): string {
  let latin = word;
  if (KANA.test(latin)) latin = kanaToLatin(latin);
  if (CYRILLIC.test(latin)) latin = cyrillicToLatin(latin);
  const units = latin.replace(UNIT, replaceUnit);
  const key = units
    .replace(/oh(?![aeiouy])|ou|oo+/g, 'o')
    .replace(/(.)\1+/g, (run, letter: string) => (/[a-zA-Z]/.test(letter) ? letter : run));
  return key === 'vo' ? 'o' : key;
}

function replaceUnit(match: string, ...groups: (string | undefined)[]): string {
  for (let index = 0; index < UNITS.length; index += 1) {
    if (groups[index] !== undefined) return UNITS[index]?.[1] ?? match;
  }
  return match;
}
