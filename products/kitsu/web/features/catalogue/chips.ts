import type { GenreRef } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { genreName } from '../genres/genre-name.ts';
import { type Filters, writeFilters } from './filters.ts';

/** An applied filter: what it says, and the address without it. */
export interface Chip {
  readonly label: string;
  readonly query: string;
}

/** The names behind slugs, as far as they are known. */
export interface KnownNames {
  readonly genres: readonly GenreRef[];
  readonly studios: ReadonlyMap<string, string>;
}

/** The applied filters in words. Genres and studios without a known name are shown by their slug. */
export function chipsOf(filters: Filters, locale: Locale, { genres, studios }: KnownNames): readonly Chip[] {
  const { titles, browse } = locale.words;
  const { catalogue } = browse;
  const without = (change: Partial<Filters>) => writeFilters({ ...filters, ...change });
  const many = <K extends 'kind' | 'status' | 'season' | 'genre' | 'genreNot' | 'studio'>(
    name: K,
    label: (value: Filters[K][number]) => string,
  ): Chip[] =>
    filters[name].map((value) => ({
      label: label(value),
      query: without({ [name]: filters[name].filter((other) => other !== value) }),
    }));
  const genre = (slug: string) => {
    const found = genres.find((one) => one.slug === slug);
    return found ? genreName(found, locale.language) : slug;
  };
  return [
    ...(filters.airing ? [{ label: catalogue.airing, query: without({ airing: false }) }] : []),
    ...many('kind', (kind) => titles.kind[kind]),
    ...many('status', (status) => titles.status[status]),
    ...many('season', (season) => titles.season[season]),
    ...rangeChip(
      [filters.yearFrom, filters.yearTo],
      [catalogue.chipYears, catalogue.chipYearFrom, catalogue.chipYearTo],
      without({ yearFrom: undefined, yearTo: undefined }),
    ),
    ...many('genre', genre),
    ...many('genreNot', (slug) => fill(catalogue.without, { name: genre(slug) })),
    ...many('studio', (slug) => studios.get(slug) ?? slug),
    ...(filters.scoreFrom === undefined
      ? []
      : [
          {
            label: fill(catalogue.chipScore, { score: String(filters.scoreFrom) }),
            query: without({ scoreFrom: undefined }),
          },
        ]),
    ...rangeChip(
      [filters.episodesFrom, filters.episodesTo],
      [catalogue.chipEpisodes, catalogue.chipEpisodesFrom, catalogue.chipEpisodesTo],
      without({ episodesFrom: undefined, episodesTo: undefined }),
    ),
    ...(filters.adult ? [{ label: catalogue.adult, query: without({ adult: false }) }] : []),
  ];
}

function rangeChip(
  [from, to]: readonly [number | undefined, number | undefined],
  [both, onlyFrom, onlyTo]: readonly [string, string, string],
  query: string,
): readonly Chip[] {
  if (from === undefined && to === undefined) return [];
  const text = from === undefined ? onlyTo : to === undefined ? onlyFrom : both;
  return [{ label: fill(text, { from: String(from), to: String(to) }), query }];
}
