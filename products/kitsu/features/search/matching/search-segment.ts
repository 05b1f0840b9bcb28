import type { Segment, WordColumns } from '../segment/segment.ts';
import { compactMatches, initialMatches, nearCompactMatches } from './compact-matches.ts';
import { franchiseMatches } from './franchise-words.ts';
import { candidateNames, type Scratch, titlesByAllNames } from './name-candidates.ts';
import { type QueryReading, withOtherSpaces, withoutNoise, wordsOf } from './query-reading.ts';
import { NameScorer, SHARE_MIN } from './score-name.ts';
import type { TitleMatches } from './title-matches.ts';
import { namesWished, wishOf } from './title-words.ts';
import { directMatches, nearMatches, type WordMatch } from './word-matches.ts';

const NOISE_WEIGHT = 0.1;
/** What was found without the words that are noise is a little less sure. */
const WITHOUT_NOISE_FACTOR = 0.96;
/** A word that no name has says most: nobody means a title that lacks it. */
const UNKNOWN_WEIGHT = 1;
/** What a Latin or Cyrillic word of one or two letters weighs of a longer one: it is easily misheard. */
const SHORT_WORD_FACTOR = 0.7;
const SHORT_WORD = /^[a-zа-я]{1,2}$/;
/** How close a title is whose words are spread over several of its names. */
const SPREAD_CLOSENESS = 0.7;
/** What is met as closely as this needs no series to explain it. */
const SPREAD_ENOUGH = 0.7;
/** How close the season or film of a series is that was asked for by the name of the series. */
const WISHED_FACTOR = 0.79;
/** The same when it bears a name that goes on from one of the series. */
const WISHED_BY_NAME_FACTOR = 0.84;
const WISHED_SERIES_MIN = 0.78;
const SERIES_MAX = 5;

/** Finds titles by the words of a reading as they stand, or with words cut or joined otherwise. */
export function searchDirect(
  segment: Segment,
  reading: QueryReading,
  scratch: Scratch,
  found: TitleMatches,
): void {
  searchReading(segment, reading, scratch, found, 1);
  const kept = withoutNoise(reading);
  if (kept !== null) searchReading(segment, kept, scratch, found, WITHOUT_NOISE_FACTOR);
  const respaced = withOtherSpaces(reading, segment.words);
  if (respaced !== null) searchReading(segment, respaced, scratch, found, 1);
  addWished(segment, reading, found);
  if (found.best < SPREAD_ENOUGH) for (const match of franchiseMatches(segment, reading)) found.add(match);
}

/** Finds titles by all words of a reading, exactly where and how they stand. */
export function searchLiteral(
  segment: Segment,
  reading: QueryReading,
  scratch: Scratch,
  found: TitleMatches,
): void {
  searchReading(segment, { ...reading, isNoise: reading.words.map(() => false) }, scratch, found, 1);
}

/** @param factor what the closeness of all that is found is multiplied by */
function searchReading(
  segment: Segment,
  reading: QueryReading,
  scratch: Scratch,
  found: TitleMatches,
  factor: number,
): void {
  found.factor = factor;
  const compact = compactMatches(segment, reading);
  for (const match of compact.found) found.add(match);
  if (compact.isCut) found.isCut = true;
  for (const match of initialMatches(segment, reading)) found.add(match);
  const matches = reading.words.map((_, index) => directOf(segment, reading, index));
  searchWords(segment, reading, matches, scratch, found);
  found.factor = 1;
}

/** Finds titles that the reading is a misspelling of. */
export function searchNear(
  segment: Segment,
  reading: QueryReading,
  scratch: Scratch,
  found: TitleMatches,
): void {
  const one = withoutNoise(reading) ?? reading;
  for (const match of nearCompactMatches(segment, one)) found.add(match);
  const matches = one.words.map((word, index) => {
    const direct = directOf(segment, one, index);
    const known = new Set(direct.map((match) => match.word));
    const isLast = index === one.words.length - 1;
    const near = nearMatches(segment.words, word, isLast).filter((match) => !known.has(match.word));
    return [...direct, ...near].sort((a, b) => b.quality - a.quality);
  });
  searchWords(segment, one, matches, scratch, found);
  addWished(segment, one, found);
}

function directOf(segment: Segment, { words }: QueryReading, index: number): WordMatch[] {
  const word = words[index];
  return word === undefined ? [] : directMatches(segment.words, word, index === words.length - 1);
}

function searchWords(
  segment: Segment,
  reading: QueryReading,
  matches: readonly (readonly WordMatch[])[],
  scratch: Scratch,
  found: TitleMatches,
): void {
  const weights = matches.map((own, index) => weightOf(segment.words, own, reading, index));
  const scorer = new NameScorer(segment, reading, matches, weights);
  const words = matches.map((own, index) => ({ matches: own, weight: weights[index] as number }));
  const candidates = candidateNames(segment, words, scratch);
  if (candidates.leftOutShare >= SHARE_MIN) found.isCut = true;
  for (const name of candidates.names) {
    const score = scorer.score(name);
    if (score !== null) found.add({ name, ...score });
  }
  if (words.length < 2 || found.best >= SPREAD_CLOSENESS) return;
  for (const { name, share } of titlesByAllNames(segment, words, scratch)) {
    found.add({ name, closeness: SPREAD_CLOSENESS * share, tier: 'words' });
  }
}

/** A word of the query tells as much as the most likely word it means. */
function weightOf(
  { weights }: WordColumns,
  [best]: readonly WordMatch[],
  { words, isNoise }: QueryReading,
  index: number,
): number {
  if (isNoise[index] === true) return NOISE_WEIGHT;
  const weight = best === undefined ? UNKNOWN_WEIGHT : (weights[best.word] as number);
  return SHORT_WORD.test(words[index]?.letters ?? '') ? weight * SHORT_WORD_FACTOR : weight;
}

/**
 * A season or film is often asked for by a name of its series that it does not bear itself: `атака титанов 2 сезон`.
 * It is found through the franchise of the title that has the rest of the query for its name.
 */
function addWished(segment: Segment, reading: QueryReading, found: TitleMatches): void {
  const wished = wishOf(reading);
  if (wished === null) return;
  const series = wordsOf(reading, wished.rest);
  if (series === null) return;
  const seriesTitles = new Map<number, number>();
  for (const { name, closeness } of compactMatches(segment, series).found) {
    const title = segment.names.titles[name] as number;
    if (closeness >= WISHED_SERIES_MIN && closeness > (seriesTitles.get(title) ?? 0)) {
      seriesTitles.set(title, closeness);
    }
  }
  for (const [title, closeness] of [...seriesTitles].slice(0, SERIES_MAX)) {
    for (const { name, goesOn } of namesWished(segment, title, wished.wish)) {
      const factor = goesOn ? WISHED_BY_NAME_FACTOR : WISHED_FACTOR;
      found.add({ name, closeness: closeness * factor, tier: 'words' });
    }
  }
}
