/**
 * The language of a name as far as its script tells: kana means Japanese, Hangul Korean, Cyrillic Russian unless its
 * spelling is another language's, and so on. Latin letters and Chinese characters alone tell nothing: null.
 */
export function languageByScript(name: string): string | null {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) return 'ja';
  const letters = name.replace(/[^\p{L}]/gu, '');
  if (letters === '') return null;
  for (const [language, script] of LANGUAGE_OF_SCRIPT) {
    if (script.test(letters)) return language;
  }
  if (/^\p{Script=Cyrillic}+$/u.test(letters)) return cyrillicLanguage(letters);
  return null;
}

/** Whether a name mixes Latin and Cyrillic letters inside one word, as slips of the keyboard do. */
export function hasMixedAlphabets(name: string): boolean {
  return name
    .split(/[^\p{L}]+/u)
    .some((word) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word));
}

/** Whether a Cyrillic name has a spelling that, among the languages we may meet, only Russian has. */
export function isSurelyRussian(name: string): boolean {
  return /[ыэё]|ь(?!о)/u.test(name.toLowerCase()) && languageByScript(name) === 'ru';
}

const LANGUAGE_OF_SCRIPT: readonly (readonly [string, RegExp])[] = [
  ['ko', /\p{Script=Hangul}/u],
  ['th', /\p{Script=Thai}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['el', /\p{Script=Greek}/u],
  ['ka', /\p{Script=Georgian}/u],
  ['hy', /\p{Script=Armenian}/u],
  ['ar', /\p{Script=Arabic}/u],
  ['hi', /\p{Script=Devanagari}/u],
];

function cyrillicLanguage(letters: string): string | null {
  const lower = letters.toLowerCase();
  if (/[іїєґ]/u.test(lower)) return 'uk';
  // Russian writes the hard sign only before е, ё, ю, я, and the soft sign nearly never before о; Bulgarian is the reverse.
  if (/ъ(?![еёюя])|ьо/u.test(lower)) return 'bg';
  if (/[ўәғқңөұүһљњћђџј]/u.test(lower)) return null;
  return 'ru';
}
