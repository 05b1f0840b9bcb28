import { namesOfTitle } from '../segment/names-of-title.ts';
import type { NameColumns, Segment } from '../segment/segment.ts';
import { wholeMatches } from './compact-matches.ts';
import { type QueryReading, wordsOf } from './query-reading.ts';
import type { NameMatch } from './title-matches.ts';
import { directMatches, type WordMatch } from './word-matches.ts';

/** The beginning of the query has to be a whole name of the series, and sound like little else. */
const SERIES_CLOSENESS_MIN = 0.9;
const SERIES_LETTERS_MIN = 3;
/** Series of one name that are looked at, the best known first. */
const SERIES_MAX = 3;
/** A word of the rest that is met less surely is not in the name. */
const WORD_QUALITY_MIN = 0.91;
const CLOSENESS = 0.8;
/** How much of it is by how much of the name is told. */
const TOLD_SHARE = 0.1;

/**
 * A part of a series is often asked for by a short name of the series and words of its own: `aot final season part 2`. The
 * title has none of its series' short names, so it is found through the franchise of the title that has: the name of a
 * title there that has all the other words.
 */
export function franchiseMatches(segment: Segment, reading: QueryReading): NameMatch[] {
  const { words } = reading;
  const found: NameMatch[] = [];
  for (let cut = words.length - 1; cut >= 1 && found.length === 0; cut -= 1) {
    const places = words.map((_, place) => place);
    const series = wordsOf(reading, places.slice(0, cut));
    const rest = wordsOf(reading, places.slice(cut));
    if (series === null || rest === null || series.letters.length < SERIES_LETTERS_MIN) continue;
    const franchises = franchisesNamed(segment, series);
    if (franchises.length === 0) continue;
    const meanings = rest.words.map((word, place) => {
      const matches = directMatches(segment.words, word, place === rest.words.length - 1);
      return new Set(matches.filter(isSure).map((match) => match.word));
    });
    for (const franchise of franchises) found.push(...partsWith(segment, franchise, meanings));
  }
  return found;
}

function isSure({ quality }: WordMatch): boolean {
  return quality >= WORD_QUALITY_MIN;
}

function franchisesNamed(segment: Segment, series: QueryReading): number[] {
  const { titles, names } = segment;
  const franchises = new Set<number>();
  for (const { name, closeness } of wholeMatches(segment, series)) {
    if (closeness < SERIES_CLOSENESS_MIN || franchises.size === SERIES_MAX) continue;
    const franchise = titles.franchises[names.titles[name] as number] as number;
    if (franchise !== 0) franchises.add(franchise);
  }
  return [...franchises];
}

/** The titles of a franchise that have each word of a query in one name. */
function partsWith(
  { titles, names, words }: Segment,
  franchise: number,
  meanings: readonly ReadonlySet<number>[],
): NameMatch[] {
  const found: NameMatch[] = [];
  let title = titles.franchises.indexOf(franchise);
  while (title !== -1) {
    const [from, to] = namesOfTitle(names, title);
    for (let name = from; name < to; name += 1) {
      const share = shareTold(names, words.weights, name, meanings);
      if (share > 0) found.push({ name, closeness: CLOSENESS + TOLD_SHARE * share, tier: 'words' });
    }
    title = titles.franchises.indexOf(franchise, title + 1);
  }
  return found;
}

/** How much of a name the words of a query are; 0 when it lacks one of them. */
function shareTold(
  { wordStarts, words }: NameColumns,
  weights: ArrayLike<number>,
  name: number,
  meanings: readonly ReadonlySet<number>[],
): number {
  const own = words.subarray(wordStarts[name] as number, wordStarts[name + 1] as number);
  if (!meanings.every((meaning) => own.some((word) => meaning.has(word)))) return 0;
  let [whole, told] = [0, 0];
  for (const word of own) {
    const weight = weights[word] as number;
    whole += weight;
    if (meanings.some((meaning) => meaning.has(word))) told += weight;
  }
  return whole === 0 ? 0 : told / whole;
}
