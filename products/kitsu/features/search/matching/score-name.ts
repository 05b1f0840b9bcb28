import type { MatchTier } from '../contract.ts';
import type { Segment } from '../segment/segment.ts';
import type { QueryReading } from './query-reading.ts';
import { answeredByTitle } from './title-words.ts';
import type { WordMatch } from './word-matches.ts';

/** How well a name answers a query: `closeness` is 1 for the very name. */
export interface NameScore {
  readonly closeness: number;
  readonly tier: MatchTier;
}

const NAME_WORDS_MAX = 40;
/** With less of the query in a name than this, it is not what is meant. */
export const SHARE_MIN = 0.58;
/** What a name loses for each word of the query that neither it nor its title answers, whatever the word weighs. */
const MISSED_FACTOR = 0.9;
/** A word that so many names have tells so little that it may be left out: the, no, of. */
const WEAK_WEIGHT = 0.42;
/** A match right after the one before is preferred to one elsewhere. */
const NEXT_BONUS = 0.05;
const WHOLE_QUALITY_MIN = 0.96;

/** What was found of a query in one name. */
interface Alignment {
  /** The place in the name of each query word; -1 for one that is not in it. */
  readonly places: Int8Array;
  share: number;
  missed: number;
  isNear: boolean;
}

/** Scores names by one reading of a query, whose words have been looked up in the segment's dictionary. */
export class NameScorer {
  readonly #segment: Segment;
  readonly #reading: QueryReading;
  readonly #weights: readonly number[];
  readonly #weightSum: number;
  /** For each dictionary word that a query word may mean: which, and how surely. */
  readonly #meanings = new Map<number, { queryWord: number; quality: number; isNear: boolean }[]>();
  // The matches of the name at hand, by query word and place in the name.
  readonly #qualities: Float32Array;
  readonly #near: Uint8Array;
  readonly #alignment: Alignment;

  constructor(
    segment: Segment,
    reading: QueryReading,
    matches: readonly (readonly WordMatch[])[],
    weights: readonly number[],
  ) {
    this.#segment = segment;
    this.#reading = reading;
    this.#weights = weights;
    this.#weightSum = weights.reduce((sum, weight) => sum + weight, 0);
    for (let queryWord = 0; queryWord < matches.length; queryWord += 1) {
      for (const { word, quality, isNear } of matches[queryWord] as readonly WordMatch[]) {
        const meaning = { queryWord, quality, isNear };
        const known = this.#meanings.get(word);
        if (known === undefined) this.#meanings.set(word, [meaning]);
        else known.push(meaning);
      }
    }
    this.#qualities = new Float32Array(matches.length * NAME_WORDS_MAX);
    this.#near = new Uint8Array(matches.length * NAME_WORDS_MAX);
    this.#alignment = { places: new Int8Array(matches.length), share: 0, missed: 0, isNear: false };
  }

  /** Null when too little of the query is in the name. */
  score(name: number): NameScore | null {
    const { names } = this.#segment;
    const first = names.wordStarts[name] as number;
    const count = Math.min((names.wordStarts[name + 1] as number) - first, NAME_WORDS_MAX);
    this.#lookUp(first, count);
    const found = this.#align(names.titles[name] as number, count);
    const share = found.share / this.#weightSum;
    if (share < SHARE_MIN || found.places.every((place) => place === -1)) return null;
    const { form, tier } = this.#formOf(first, count);
    const closeness = share ** 1.5 * form * MISSED_FACTOR ** found.missed;
    if (found.isNear) return { closeness, tier: 'near' };
    if (found.missed > 0) return { closeness, tier: 'words' };
    return { closeness, tier: tier === 'exact' && share < WHOLE_QUALITY_MIN ? 'prefix' : tier };
  }

  /** Notes which query words each word of a name may be. */
  #lookUp(first: number, count: number): void {
    this.#qualities.fill(0);
    for (let at = 0; at < count; at += 1) {
      const meanings = this.#meanings.get(this.#segment.names.words[first + at] as number);
      if (meanings === undefined) continue;
      for (const { queryWord, quality, isNear } of meanings) {
        const cell = queryWord * NAME_WORDS_MAX + at;
        if (quality <= (this.#qualities[cell] as number)) continue;
        this.#qualities[cell] = quality;
        this.#near[cell] = Number(isNear);
      }
    }
  }

  /** Gives each word of the query its best place in the name, one after the other. */
  #align(title: number, count: number): Alignment {
    const found = this.#alignment;
    found.places.fill(-1);
    found.share = 0;
    found.missed = 0;
    found.isNear = false;
    let last = -1;
    for (let queryWord = 0; queryWord < this.#weights.length; queryWord += 1) {
      const weight = this.#weights[queryWord] as number;
      const place = this.#bestPlace(queryWord, count, last);
      if (place === -1) {
        const quality = answeredByTitle(this.#segment.titles, title, this.#reading, queryWord);
        found.share += weight * quality;
        if (quality === 0 && this.#reading.isNoise[queryWord] !== true) found.missed += 1;
        continue;
      }
      const cell = queryWord * NAME_WORDS_MAX + place;
      found.places[queryWord] = place;
      found.share += weight * (this.#qualities[cell] as number);
      if (this.#near[cell] === 1) found.isNear = true;
      last = place;
    }
    return found;
  }

  #bestPlace(queryWord: number, count: number, last: number): number {
    const { places } = this.#alignment;
    let place = -1;
    let best = 0;
    for (let at = 0; at < count; at += 1) {
      const quality = this.#qualities[queryWord * NAME_WORDS_MAX + at] as number;
      if (quality === 0) continue;
      const preferred = quality + (at === last + 1 ? NEXT_BONUS : 0);
      if (preferred > best && !places.includes(at)) {
        best = preferred;
        place = at;
      }
    }
    return place;
  }

  /** How the words that were met lie in the name; weak words between and beside them are overlooked. */
  #formOf(first: number, count: number): { form: number; tier: MatchTier } {
    const { words, names } = this.#segment;
    const { places, missed } = this.#alignment;
    const weightAt = (at: number) => words.weights[names.words[first + at] as number] as number;
    const isWeak = (at: number) => weightAt(at) < WEAK_WEIGHT;
    let [whole, met, metCount, leftOut, gaps] = [0, 0, 0, 0, 0];
    let begin = -1;
    let end = -1;
    for (let at = 0; at < count; at += 1) {
      const weight = weightAt(at);
      whole += weight;
      if (places.includes(at)) {
        met += weight;
        metCount += 1;
        if (begin === -1) begin = at;
        end = at;
      } else if (!isWeak(at)) leftOut += 1;
    }
    for (let at = begin + 1; at < end; at += 1) if (!places.includes(at) && !isWeak(at)) gaps += 1;
    const isOrdered = places.every(
      (place, at) => place === -1 || places.subarray(0, at).every((before) => before < place),
    );
    const isContiguous = isOrdered && gaps === 0;
    if (leftOut === 0 && missed === 0) {
      if (!isOrdered) return { form: 0.93, tier: 'words' };
      return metCount === count ? { form: 1, tier: 'exact' } : { form: 0.955, tier: 'prefix' };
    }
    const nameShare = whole === 0 ? 0 : met / whole;
    if (isContiguous && begin === 0) return { form: 0.84 + 0.07 * nameShare, tier: 'prefix' };
    if (isContiguous) return { form: 0.72 + 0.1 * nameShare, tier: 'word_prefix' };
    return { form: (isOrdered ? 0.66 : 0.62) + 0.16 * nameShare, tier: 'words' };
  }
}
