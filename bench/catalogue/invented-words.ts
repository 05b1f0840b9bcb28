import type { Random } from './random.ts';

// Words that nobody knows, in the alphabets of the catalogue: what matters is how often each comes and what it shares with others.

/** A language of invented names. */
export type InventedLanguage = 'romaji' | 'kana' | 'english' | 'russian' | 'chinese';

const CONSONANTS = ['', 'k', 's', 't', 'n', 'h', 'm', 'y', 'r', 'w', 'g', 'z', 'd', 'b'];
const VOWELS = ['a', 'i', 'u', 'e', 'o'];
const KANA = [
  ...['あいうえお', 'かきくけこ', 'さしすせそ', 'たちつてと', 'なにぬねの', 'はひふへほ', 'まみむめも'],
  ...['やいゆえよ', 'らりるれろ', 'わいうえを', 'がぎぐげご', 'ざじずぜぞ', 'だぢづでど', 'ばびぶべぼ'],
];

const ROMAJI = CONSONANTS.flatMap((consonant) => VOWELS.map((vowel) => consonant + vowel));
const ENGLISH = ['b', 'c', 'd', 'f', 'l', 'm', 'n', 'p', 'r', 's', 't', 'w', 'st', 'gr', 'th'].flatMap(
  (start) => ['ar', 'ea', 'in', 'ou', 'ell', 'ow', 'ight'].map((end) => start + end),
);
const RUSSIAN = [...'бвгдзклмнпрст'].flatMap((consonant) =>
  ['а', 'о', 'и', 'ен', 'ур', 'я'].map((vowel) => consonant + vowel),
);
const HAN = Array.from({ length: 2_500 }, (_, index) => String.fromCodePoint(0x4e00 + index * 4));

const SYLLABLES: Readonly<Record<InventedLanguage, readonly string[]>> = {
  romaji: ROMAJI,
  kana: KANA.flatMap((row) => [...row]),
  english: ENGLISH,
  russian: RUSSIAN,
  chinese: HAN,
};

/** Between the words of a name. */
const BETWEEN: Readonly<Record<InventedLanguage, string>> = {
  romaji: ' ',
  kana: '',
  english: ' ',
  russian: ' ',
  chinese: '',
};

/** As many different words as there can be in one language. */
const VOCABULARY = 120_000;

/**
 * Numbers of words, chosen so that the n-th most frequent one comes in proportion to 1/n, as words of real names do: a few
 * are everywhere, most are seen once, and ten times the names have some four times the words.
 */
export function wordNumbers(random: Random, count: number): number[] {
  return Array.from({ length: count }, () => Math.floor(VOCABULARY ** (random.below(1_000_000) / 1_000_000)));
}

/** The words of these numbers in a language, as a name: frequent words are short. */
export function nameOf(language: InventedLanguage, numbers: readonly number[]): string {
  return numbers.map((number) => wordOf(SYLLABLES[language], number)).join(BETWEEN[language]);
}

function wordOf(syllables: readonly string[], number: number): string {
  let word = '';
  for (let rest = number; rest > 0 || word === ''; rest = Math.floor(rest / syllables.length)) {
    word += syllables[(rest * 31) % syllables.length] ?? '';
  }
  return word;
}
