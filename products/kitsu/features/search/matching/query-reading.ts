import { joinedSounds, readWords, type Word } from '../reading/read-words.ts';
import type { WordColumns } from '../segment/segment.ts';
import { equalRange, prefixRange } from '../segment/text-pool.ts';

/** A query as words; more than these do not make it clearer. */
export interface QueryReading {
  readonly words: readonly Word[];
  /** Which of the words say what is wanted of a title rather than which title it is. */
  readonly isNoise: readonly boolean[];
  /** The sounds of all words without spaces, and their letters. */
  readonly compact: string;
  readonly letters: string;
}

const WORDS_MAX = 12;

/** Words around a name in what people type into a search box. A name that has one of them is met by it all the same. */
const NOISE = new Set(
  (
    'watch online free anime episode episodes ep sub subbed dub dubbed english eng hd stream streaming download full all ' +
    'series show смотреть онлайн аниме бесплатно серия серии сериал все озвучка русская озвучкой субтитры скачать ' +
    'анимe хорошем качестве подряд アニメ 動画 無料'
  ).split(' '),
);

/** Reads a query as it stands. Null when there is nothing to look for in it. */
export function readQuery(text: string): QueryReading | null {
  return toReading(readWords(text).slice(0, WORDS_MAX));
}

function toReading(words: readonly Word[]): QueryReading | null {
  if (words.length === 0) return null;
  const noise = words.map((word) => NOISE.has(word.letters));
  return {
    words,
    isNoise: noise.every(Boolean) ? noise.map(() => false) : noise,
    compact: joinedSounds(words),
    letters: words.map((word) => word.letters).join(''),
  };
}

/** The reading of some of its words alone; null when they are none. */
export function wordsOf(reading: QueryReading, places: readonly number[]): QueryReading | null {
  return toReading(places.flatMap((place) => reading.words[place] ?? []));
}

/** The reading without the words that are noise; null when it has none. */
export function withoutNoise(reading: QueryReading): QueryReading | null {
  return reading.isNoise.some(Boolean)
    ? toReading(reading.words.filter((_, index) => !reading.isNoise[index]))
    : null;
}

/**
 * The reading with words that no name has cut in two that names have, and with neighbours joined that only together are
 * a word of names; null when nothing of the kind makes sense.
 */
export function withOtherSpaces(reading: QueryReading, dictionary: WordColumns): QueryReading | null {
  const words: Word[] = [];
  let isChanged = false;
  for (let index = 0; index < reading.words.length; index += 1) {
    const word = reading.words[index] as Word;
    const next = reading.words[index + 1];
    const isLast = index === reading.words.length - 1;
    const joined = next === undefined ? undefined : readWords(word.letters + next.letters);
    if (joined?.length === 1 && isWord(dictionary, joined[0] as Word)) {
      words.push(joined[0] as Word);
      index += 1;
      isChanged = true;
      continue;
    }
    const parts = isWord(dictionary, word) ? null : cut(word, dictionary, isLast);
    if (parts !== null) isChanged = true;
    words.push(...(parts ?? [word]));
  }
  return isChanged ? toReading(words.slice(0, WORDS_MAX)) : null;
}

const PART_MIN = 2;

function cut({ letters }: Word, dictionary: WordColumns, isLast: boolean): Word[] | null {
  let best: { parts: Word[]; rarity: number } | null = null;
  for (let at = PART_MIN; at <= letters.length - PART_MIN; at += 1) {
    const parts = [...readWords(letters.slice(0, at)), ...readWords(letters.slice(at))];
    if (parts.length !== 2) continue;
    const [first, second] = parts as [Word, Word];
    const isKnown =
      isWord(dictionary, first) && (isWord(dictionary, second) || (isLast && begins(dictionary, second)));
    const rarity = Math.min(first.letters.length, second.letters.length);
    if (isKnown && rarity > (best?.rarity ?? 0)) best = { parts, rarity };
  }
  return best?.parts ?? null;
}

function isWord(dictionary: WordColumns, word: Word): boolean {
  const [from, to] = equalRange(dictionary.letters, word.letters);
  if (to > from || !KANA.test(word.letters)) return to > from;
  const [soundFrom, soundTo] = equalRange(dictionary.sounds, word.sound, dictionary.bySound);
  return soundTo > soundFrom;
}

const KANA = /[\u3041-\u30ff]/;

function begins(dictionary: WordColumns, word: Word): boolean {
  const [from, to] = prefixRange(dictionary.letters, word.letters);
  return word.letters.length >= 3 && to > from;
}
