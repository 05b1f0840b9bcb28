import { PART_MARK, SEASON_MARK } from '../../names/index.ts';
import type { TitleKind } from '../../titles/contract.ts';
import { namesOfTitle } from '../segment/names-of-title.ts';
import { type NameColumns, type Segment, TITLE_KINDS, type TitleColumns } from '../segment/segment.ts';
import { textAt } from '../segment/text-pool.ts';
import type { QueryReading } from './query-reading.ts';

/** Words that ask for a kind of title. */
const KIND_WORDS: ReadonlyMap<string, TitleKind> = new Map<string, TitleKind>([
  ['tv', 'tv'],
  ['тв', 'tv'],
  ['movie', 'movie'],
  ['movies', 'movie'],
  ['film', 'movie'],
  ['фильм', 'movie'],
  ['ova', 'ova'],
  ['oav', 'ova'],
  ['ова', 'ova'],
  ['ona', 'ona'],
  ['special', 'special'],
  ['specials', 'special'],
  ['спешл', 'special'],
  ['спэшл', 'special'],
]);

/**
 * How well a word of a query that a name lacks is answered by what is known of its title: the number of its season, or
 * its kind. 0 when it is not.
 */
export function answeredByTitle(
  titles: TitleColumns,
  title: number,
  reading: QueryReading,
  queryWord: number,
): number {
  const letters = reading.words[queryWord]?.letters ?? '';
  if (letters === String(titles.years[title])) return 0.95;
  const season = titles.seasons[title] as number;
  if (season > 0 && letters.endsWith(String(season))) {
    if (letters === `${SEASON_MARK}${season}`) return 0.95;
    const isOnlyNumber = !reading.words.some((word) => word.letters.startsWith(SEASON_MARK));
    const isBare = letters === String(season) && queryWord === reading.words.length - 1;
    if ((letters === `${PART_MARK}${season}` || isBare) && isOnlyNumber) return 0.8;
  }
  return KIND_WORDS.get(letters) === TITLE_KINDS[titles.kinds[title] as number] ? 0.9 : 0;
}

/** What a query asks of a title beside its name: a season, a kind. */
export interface Wish {
  readonly season: number;
  readonly kind: TitleKind | null;
}

/** The wish in a query, and the query without it; null when it has none, or nothing else. */
export function wishOf(reading: QueryReading): { wish: Wish; rest: number[] } | null {
  let season = 0;
  let kind: TitleKind | null = null;
  const rest: number[] = [];
  reading.words.forEach(({ letters }, index) => {
    const isLast = index === reading.words.length - 1;
    if (letters.startsWith(SEASON_MARK)) season = Number(letters.slice(1));
    else if (isLast && /^[2-9]$/.test(letters)) season = Number(letters);
    else if (KIND_WORDS.has(letters)) kind = KIND_WORDS.get(letters) ?? null;
    else rest.push(index);
  });
  return (season === 0 && kind === null) || rest.length === 0 ? null : { wish: { season, kind }, rest };
}

/**
 * The titles of a series' franchise that a wish is for, each by the name that goes on from a name of the series, else by
 * its first.
 */
export function namesWished(
  { titles, names }: Segment,
  series: number,
  { season, kind }: Wish,
): { name: number; goesOn: boolean }[] {
  const franchise = titles.franchises[series] as number;
  if (franchise === 0) return [];
  const begins = namesOf(names, series)
    .map((name) => textAt(names.compact, name))
    .filter((compact) => compact.length >= SERIES_NAME_MIN);
  const found: { name: number; goesOn: boolean }[] = [];
  for (let title = titles.franchises.indexOf(franchise); title !== -1; ) {
    const isSeason = season === 0 || titles.seasons[title] === season;
    const isKind = kind === null || TITLE_KINDS[titles.kinds[title] as number] === kind;
    if (isSeason && isKind) {
      const own = namesOf(names, title);
      const going = own.find((name) => {
        const compact = textAt(names.compact, name);
        return begins.some((begin) => compact.startsWith(begin));
      });
      found.push({ name: going ?? (own[0] as number), goesOn: going !== undefined });
    }
    title = titles.franchises.indexOf(franchise, title + 1);
  }
  return found;
}

/** A shorter name begins too many others by chance. */
const SERIES_NAME_MIN = 5;

function namesOf(names: NameColumns, title: number): number[] {
  const [from, to] = namesOfTitle(names, title);
  return Array.from({ length: to - from }, (_, at) => from + at);
}
