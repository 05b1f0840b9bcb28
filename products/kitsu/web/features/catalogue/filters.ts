import type { FilterName, Season, TitleKind, TitleQuery, TitleSort, TitleStatus } from '../../api/types.ts';
import type { View } from '../titles/listed-title.ts';

/** Values of the closed filters in the order in which they are offered. */
export const KINDS: readonly TitleKind[] = ['tv', 'movie', 'ova', 'ona', 'special', 'music', 'unknown'];
export const STATUSES: readonly TitleStatus[] = ['airing', 'upcoming', 'finished', 'unknown'];
export const SORTS: readonly TitleSort[] = ['popularity', 'score', 'newest', 'title', 'updated'];
const SEASON_ORDER: readonly Season[] = ['winter', 'spring', 'summer', 'fall'];

/** Years outside of this are not anime. */
export const YEAR_MIN = 1900;
export const YEAR_MAX = 2200;
export const EPISODES_MAX = 9999;
export const SCORE_MIN = 1;
export const SCORE_MAX = 10;

const GENRES_MAX = 10;
const GENRES_NOT_MAX = 20;
const SLUG = /^[a-z0-9-]{1,128}$/;

/** What the catalogue's address says, tidied: unknown and impossible values are dropped rather than refused. */
export interface Filters {
  readonly kind: readonly TitleKind[];
  readonly status: readonly TitleStatus[];
  readonly season: readonly Season[];
  readonly yearFrom: number | undefined;
  readonly yearTo: number | undefined;
  readonly genre: readonly string[];
  readonly genreNot: readonly string[];
  readonly studio: readonly string[];
  readonly scoreFrom: number | undefined;
  readonly scoreTo: number | undefined;
  readonly episodesFrom: number | undefined;
  readonly episodesTo: number | undefined;
  readonly airing: boolean;
  readonly adult: boolean;
  readonly sort: TitleSort;
  readonly view: View;
}

/** Reads the filters of an address; a genre that is both asked for and excluded is excluded. */
export function readFilters(query: URLSearchParams): Filters {
  const genreNot = slugs(query, 'genreNot').slice(0, GENRES_NOT_MAX);
  const years = [
    whole(query, 'yearFrom', YEAR_MIN, YEAR_MAX),
    whole(query, 'yearTo', YEAR_MIN, YEAR_MAX),
  ] as const;
  const episodes = [
    whole(query, 'episodesFrom', 1, EPISODES_MAX),
    whole(query, 'episodesTo', 1, EPISODES_MAX),
  ] as const;
  return {
    kind: known(query, 'kind', KINDS),
    status: known(query, 'status', STATUSES),
    season: known(query, 'season', SEASON_ORDER),
    yearFrom: years[0],
    yearTo: years[1],
    genre: slugs(query, 'genre')
      .filter((slug) => !genreNot.includes(slug))
      .slice(0, GENRES_MAX),
    genreNot,
    studio: slugs(query, 'studio').slice(0, GENRES_MAX),
    scoreFrom: halves(query, 'scoreFrom'),
    scoreTo: halves(query, 'scoreTo'),
    episodesFrom: episodes[0],
    episodesTo: episodes[1],
    airing: query.get('airing') === 'true',
    adult: query.get('adult') === 'true',
    sort: SORTS.find((sort) => sort === query.get('sort')) ?? 'popularity',
    view: query.get('view') === 'list' ? 'list' : 'grid',
  };
}

/** The address of filters, without a leading `?`: defaults and empty fields are left out, the order is fixed. */
export function writeFilters(filters: Filters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value === undefined || value === false) continue;
    if ((name === 'sort' && value === 'popularity') || (name === 'view' && value === 'grid')) continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  return query.toString();
}

/** The filters without one of them, as the API names it; of genres and the like `value` names the one to drop. */
export function withoutFilter(filters: Filters, filter: FilterName, value: string | null): Filters {
  switch (filter) {
    case 'year':
      return { ...filters, yearFrom: undefined, yearTo: undefined };
    case 'score':
      return { ...filters, scoreFrom: undefined, scoreTo: undefined };
    case 'episodes':
      return { ...filters, episodesFrom: undefined, episodesTo: undefined };
    case 'airing':
      return { ...filters, airing: false };
    default:
      return { ...filters, [filter]: value === null ? [] : filters[filter].filter((one) => one !== value) };
  }
}

/** The order and view of filters, and nothing else. */
export function cleared({ sort, view }: Filters): Filters {
  return { ...readFilters(new URLSearchParams()), sort, view };
}

/** The filters as the API asks for them. */
export function titleQuery({ view: _view, airing, adult, ...rest }: Filters): TitleQuery {
  const asked = Object.entries({ ...rest, ...(airing && { airing }), ...(adult && { adult }) });
  return Object.fromEntries(
    asked.filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== undefined)),
  );
}

/** How many filters narrow the list; order and view are none. */
export function countFilters({ sort: _sort, view: _view, ...filters }: Filters): number {
  return Object.values(filters)
    .map((value) => (Array.isArray(value) ? value.length : value === undefined || value === false ? 0 : 1))
    .reduce((sum, count) => sum + count, 0);
}

function known<T extends string>(query: URLSearchParams, name: string, values: readonly T[]): readonly T[] {
  const asked = query.getAll(name);
  return values.filter((value) => asked.includes(value));
}

function slugs(query: URLSearchParams, name: string): readonly string[] {
  return [...new Set(query.getAll(name))].filter((slug) => SLUG.test(slug)).sort();
}

/** A score in steps of half a point. */
function halves(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name) ?? '';
  const value = /^\d{1,2}(?:\.[05])?$/.test(text) ? Number(text) : undefined;
  return value !== undefined && value >= SCORE_MIN && value <= SCORE_MAX ? value : undefined;
}

function whole(query: URLSearchParams, name: string, min: number, max: number): number | undefined {
  const text = query.get(name);
  if (!text || !/^\d{1,4}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= min && value <= max ? value : undefined;
}
