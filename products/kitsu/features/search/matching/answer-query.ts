import { inOtherLayout } from '../../names/index.ts';
import type { Correction } from '../contract.ts';
import type { Matches, MatchQuery } from '../matches.ts';
import type { MatchRow } from '../queries.ts';
import type { Segment } from '../segment/segment.ts';
import { textAt } from '../segment/text-pool.ts';
import { type Scratch, scratchFor } from './name-candidates.ts';
import { type QueryReading, readQuery, withoutNoise } from './query-reading.ts';
import { searchDirect, searchLiteral, searchNear } from './search-segment.ts';
import { type TitleMatch, TitleMatches } from './title-matches.ts';

/** A segment as it is searched: some of its titles may have been overtaken by a later segment. */
export interface SearchedSegment {
  readonly segment: Segment;
  readonly scratch: Scratch;
  /** 1 for each title of the segment that is not to be found any more. */
  readonly isOvertaken: Uint8Array;
}

/** Makes a segment ready to be searched. */
export function searched(segment: Segment): SearchedSegment {
  return {
    segment,
    scratch: scratchFor(segment),
    isOvertaken: new Uint8Array(segment.titles.ids.length),
  };
}

/** Below this closeness of its best title an answer may be bettered by repairing the query. */
const GOOD = 0.8;
/** How much closer the other keyboard layout must come. */
const LAYOUT_MARGIN = 0.1;
const LAYOUT_MIN = 0.7;
/** Words of the other layout are this long on average, or it is a chance. */
const LAYOUT_LETTERS_MIN = 2;
/** A title that answers less closely is not shown. */
const CLOSENESS_MIN = 0.45;
/** Nor one that is this much further off than the closest. */
const CLOSENESS_SPAN = 0.42;
/** A name that lacks a word of the query is never as close as this. */
const LITERAL_MIN = 0.6;

interface Found {
  readonly segments: readonly { of: SearchedSegment; matches: TitleMatches }[];
  readonly reading: QueryReading;
}

/**
 * The titles that a query means, best first, at most `limit`. What is typed is taken as it stands; only when nothing
 * answers it well is it read in the other keyboard layout and as misspelt.
 */
export function answerQuery(
  segments: readonly SearchedSegment[],
  query: MatchQuery & { limit: number },
): Matches {
  const { q, adult, literal, limit } = query;
  if (literal) return answerLiterally(segments, q, adult, limit);
  const typed = find(segments, q, adult);
  if (typed === null || bestOf(typed) >= GOOD) return toMatches(typed, limit, q, null);
  const otherText = inOtherLayout(q);
  const other = otherText === null || !isWordy(otherText) ? null : find(segments, otherText, adult);
  const isOther = () =>
    other !== null && bestOf(other) >= LAYOUT_MIN && bestOf(other) > bestOf(typed) + LAYOUT_MARGIN;
  if (!isOther()) {
    findNear(typed);
    if (other !== null && bestOf(typed) < LAYOUT_MIN) findNear(other);
  }
  return isOther() ? toMatches(other, limit, q, otherText) : toMatches(typed, limit, q, null);
}

/** Only names in the script of the query that have all of its words count. */
function answerLiterally(
  segments: readonly SearchedSegment[],
  q: string,
  adult: boolean,
  limit: number,
): Matches {
  const found = find(segments, q, adult, searchLiteral);
  if (found === null) return NOTHING;
  const script = scriptOf(q);
  const isLiteral = (match: Placed) =>
    match.tier !== 'near' && match.closeness >= LITERAL_MIN && scriptOf(nameOf(match)) === script;
  const { titles, isCut } = ordered(found, isLiteral, limit);
  return { titles, isCut, correction: null };
}

const NOTHING: Matches = { titles: [], correction: null, isCut: false };

function isWordy(text: string): boolean {
  const reading = readQuery(text);
  return reading !== null && reading.letters.length / reading.words.length >= LAYOUT_LETTERS_MIN;
}

function find(
  segments: readonly SearchedSegment[],
  text: string,
  adult: boolean,
  search = searchDirect,
): Found | null {
  const reading = readQuery(text);
  if (reading === null) return null;
  return {
    reading,
    segments: segments.map((of) => {
      const matches = new TitleMatches(of.segment, adult, of.isOvertaken);
      search(of.segment, reading, of.scratch, matches);
      return { of, matches };
    }),
  };
}

function findNear({ segments, reading }: Found): void {
  for (const { of, matches } of segments) searchNear(of.segment, reading, of.scratch, matches);
}

function bestOf({ segments }: Found): number {
  return Math.max(0, ...segments.map(({ matches }) => matches.best));
}

type Placed = TitleMatch & { readonly of: SearchedSegment };

function toMatches(found: Found | null, limit: number, typed: string, inLayout: string | null): Matches {
  if (found === null) return NOTHING;
  const least = Math.max(CLOSENESS_MIN, bestOf(found) - CLOSENESS_SPAN);
  const { titles, isCut } = ordered(found, (match) => match.closeness >= least, limit);
  return { titles, isCut, correction: correctionOf(titles[0], found.reading, typed, inLayout) };
}

function ordered(
  { segments }: Found,
  isMeant: (match: Placed) => boolean,
  limit: number,
): Pick<Matches, 'titles' | 'isCut'> {
  const placed: Placed[] = segments
    .flatMap(({ of, matches }) => matches.all().map((match) => ({ ...match, of })))
    .filter(isMeant)
    .sort((a, b) => b.score - a.score || idOf(a) - idOf(b));
  const titles = placed.slice(0, limit).map((match) => ({
    title_id: idOf(match),
    name: nameOf(match),
    tier: match.tier,
  }));
  return { titles, isCut: placed.length > limit || segments.some(({ matches }) => matches.isCut) };
}

function nameOf({ of, name }: Placed): string {
  return textAt(of.segment.names.shown, name);
}

function idOf({ of, title }: Placed): number {
  return of.segment.titles.ids[title] as number;
}

function correctionOf(
  first: MatchRow | undefined,
  reading: QueryReading,
  typed: string,
  inLayout: string | null,
): Correction | null {
  if (first === undefined) return null;
  if (inLayout !== null) return { query: inLayout, reason: 'layout' };
  if (scriptOf(first.name) !== scriptOf(typed)) return { query: first.name, reason: 'script' };
  if (first.tier === 'near') return { query: first.name, reason: 'spelling' };
  const kept = withoutNoise(reading);
  if (kept === null || first.tier === 'words') return null;
  return { query: kept.words.map((word) => word.letters).join(' '), reason: 'words' };
}

const SCRIPTS = [
  /\p{Script=Cyrillic}/u,
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Latin}/u,
];

/** The first script of these that a text has letters of; -1 for digits and signs, which belong to all. */
function scriptOf(text: string): number {
  return SCRIPTS.findIndex((script) => script.test(text));
}
