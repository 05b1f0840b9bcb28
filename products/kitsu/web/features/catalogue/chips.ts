import type { FilterName, TitleFacets } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { genreName } from '../genres/genre-name.ts';
import { type Filters, withoutFilter, writeFilters } from './filters.ts';

/** An applied filter: what it says, and the address without it. */
export interface Chip {
  readonly filter: FilterName | 'adult';
  readonly value: string | null;
  readonly label: string;
  readonly query: string;
}

/** The applied filters in words. The facets name the genres and studios that are chosen; unknown ones stay slugs. */
export function chipsOf(filters: Filters, locale: Locale, facets: TitleFacets | undefined): readonly Chip[] {
  const { titles, browse } = locale.words;
  const { catalogue } = browse;
  const chip = (filter: FilterName, label: string, value: string | null = null): Chip => ({
    filter,
    value,
    label,
    query: writeFilters(withoutFilter(filters, filter, value)),
  });
  const genre = (slug: string) => {
    const found = facets?.genre.find((one) => one.slug === slug);
    return found ? genreName(found, locale.language) : slug;
  };
  const studio = (slug: string) => facets?.studio.find((one) => one.slug === slug)?.name ?? slug;
  const range = (filter: FilterName, from: number | undefined, to: number | undefined, texts: RangeTexts) =>
    from === undefined && to === undefined ? [] : [chip(filter, rangeText(locale, from, to, texts))];
  return [
    ...(filters.airing ? [chip('airing', catalogue.airing)] : []),
    ...filters.kind.map((kind) => chip('kind', titles.kind[kind], kind)),
    ...filters.status.map((status) => chip('status', titles.status[status], status)),
    ...filters.season.map((season) => chip('season', titles.season[season], season)),
    ...range('year', filters.yearFrom, filters.yearTo, catalogue.chipYears),
    ...filters.genre.map((slug) => chip('genre', genre(slug), slug)),
    ...filters.genreNot.map((slug) => chip('genreNot', fill(catalogue.without, { name: genre(slug) }), slug)),
    ...filters.studio.map((slug) => chip('studio', studio(slug), slug)),
    ...range('score', filters.scoreFrom, filters.scoreTo, catalogue.chipScores),
    ...range('episodes', filters.episodesFrom, filters.episodesTo, catalogue.chipEpisodes),
    ...(filters.adult
      ? [
          {
            filter: 'adult' as const,
            value: null,
            label: catalogue.adult,
            query: writeFilters({ ...filters, adult: false }),
          },
        ]
      : []),
  ];
}

type RangeTexts = Readonly<Record<'both' | 'from' | 'to' | 'same', string>>;

function rangeText(
  locale: Locale,
  from: number | undefined,
  to: number | undefined,
  texts: RangeTexts,
): string {
  const text =
    from === undefined ? texts.to : to === undefined ? texts.from : from === to ? texts.same : texts.both;
  // Years have no thousands and scores at most one decimal: only its comma tells the languages apart.
  const written = (value: number | undefined) =>
    String(value ?? '').replace('.', locale.language === 'ru' ? ',' : '.');
  return fill(text, { from: written(from), to: written(to) });
}
