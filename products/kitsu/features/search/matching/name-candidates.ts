import { namesOfTitle } from '../segment/names-of-title.ts';
import type { Segment } from '../segment/segment.ts';
import { Shares } from './shares.ts';
import type { WordMatch } from './word-matches.ts';

/** Names looked at closely for one reading of a query. */
const CANDIDATES_MAX = 500;
/** Entries of the lists of names that are read at most, all words together. */
const POSTINGS_MAX = 50_000;
const LEVELS = 256;

/** What one search notes about the names and titles of a segment. */
export interface Scratch {
  readonly names: Shares;
  readonly titles: Shares;
}

/** Notes for searches of a segment, one after the other. */
export function scratchFor({ names, titles }: Segment): Scratch {
  return { names: new Shares(names.titles.length), titles: new Shares(titles.ids.length) };
}

/** A word of the query with what it may mean and how much it weighs. */
export interface WeighedWord {
  readonly matches: readonly WordMatch[];
  readonly weight: number;
}

/** Names to look at closely, in no order, and how much of the query the closest of those has that are too many. */
export interface Candidates {
  readonly names: readonly number[];
  /** Up to 1; 0 when none is left out. */
  readonly leftOutShare: number;
}

/** The names that have most of the query's words, the best known of those that have as much; at most 500. */
export function candidateNames(
  segment: Segment,
  words: readonly WeighedWord[],
  { names: shares }: Scratch,
): Candidates {
  shares.begin();
  eachPosting(
    segment,
    words,
    () => shares.beginWord(),
    (name, worth) => shares.count(name, worth),
  );
  return bestOf(shares, wholeOf(words));
}

/** With less of the query in all names of a title, it is not what is meant. */
const SPREAD_SHARE_MIN = 0.85;
const SPREAD_MAX = 50;

/**
 * The titles that have nearly all words of a query in their names together: each by the name that has most of them,
 * with the share of all. Files cut names at commas, and one may know a name half in one script and half in another.
 * To be called after {@link candidateNames} for the same words.
 */
export function titlesByAllNames(
  segment: Segment,
  words: readonly WeighedWord[],
  { names, titles }: Scratch,
): { name: number; share: number }[] {
  titles.begin();
  const { titles: titleOf } = segment.names;
  eachPosting(
    segment,
    words,
    () => titles.beginWord(),
    (name, worth) => titles.count(titleOf[name] as number, worth),
  );
  const whole = wholeOf(words);
  const enough = titles.touched().filter((title) => titles.of(title) >= SPREAD_SHARE_MIN * whole);
  return Array.from(enough.sort().subarray(0, SPREAD_MAX), (title) => {
    const [from, to] = namesOfTitle(segment.names, title);
    let best = from;
    for (let name = from; name < to; name += 1) if (names.of(name) > names.of(best)) best = name;
    return { name: best, share: titles.of(title) / whole };
  });
}

/** Goes through the names of all that the words may mean, the rarest word first: what is read is bounded. */
function eachPosting(
  { words: { nameStarts, names } }: Segment,
  words: readonly WeighedWord[],
  beginWord: () => void,
  count: (name: number, worth: number) => void,
): void {
  let left = POSTINGS_MAX;
  for (const { matches, weight } of words.toSorted((a, b) => b.weight - a.weight)) {
    beginWord();
    for (const { word, quality } of matches) {
      const start = nameStarts[word] as number;
      const end = Math.min(nameStarts[word + 1] as number, start + left);
      left -= end - start;
      for (let at = start; at < end; at += 1) count(names[at] as number, weight * quality);
    }
  }
}

function wholeOf(words: readonly WeighedWord[]): number {
  return words.reduce((sum, word) => sum + word.weight, 0);
}

/** The candidates of the highest shares, by counting them in levels; on the last level the best known. */
function bestOf(shares: Shares, whole: number): Candidates {
  const touched = shares.touched();
  if (touched.length <= CANDIDATES_MAX) return { names: [...touched], leftOutShare: 0 };
  const levelOf = (name: number) => Math.min(LEVELS - 1, Math.floor((shares.of(name) / whole) * LEVELS));
  const counts = new Uint32Array(LEVELS);
  for (const name of touched) counts[levelOf(name)] = (counts[levelOf(name)] as number) + 1;
  let lowest = LEVELS - 1;
  let above = 0;
  while (lowest > 0 && above + (counts[lowest] as number) <= CANDIDATES_MAX) {
    above += counts[lowest] as number;
    lowest -= 1;
  }
  const best: number[] = [];
  const onTheEdge: number[] = [];
  for (const name of touched) {
    const level = levelOf(name);
    if (level > lowest) best.push(name);
    else if (level === lowest) onTheEdge.push(name);
  }
  const rest = Uint32Array.from(onTheEdge)
    .sort()
    .subarray(0, CANDIDATES_MAX - best.length);
  const isLeftOut = rest.length < onTheEdge.length;
  return { names: [...best, ...rest], leftOutShare: (isLeftOut ? lowest : lowest - 1) / LEVELS };
}
