import { Button, buttonClass, CheckRow, SwitchRow, TriStateRow } from '@seaworthy/platform/ui';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Counted, GenreItem, SearchQuery, TitleFacets, TitleQuery } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { genreName } from '../genres/genre-name.ts';
import { SEASONS } from '../seasons/season.ts';
import {
  countFilters,
  EPISODES_MAX,
  type Filters,
  KINDS,
  SCORE_MAX,
  SCORE_MIN,
  STATUSES,
  YEAR_MAX,
  YEAR_MIN,
} from './filters.ts';
import { RangeFilter } from './range-filter.tsx';
import { StudioFilter } from './studio-filter.tsx';
import { yearSteps } from './year-steps.ts';

interface Props {
  readonly locale: Locale;
  readonly filters: Filters;
  readonly facets: TitleFacets;
  /** What the list was asked by. */
  readonly query: TitleQuery | SearchQuery;
  /** How many titles the filters leave. */
  readonly total: number;
  /** The address of the same list without any filter. */
  readonly clear: string;
}

/** So many genres stand open; the rest is one press away. */
const GENRES_OPEN = 14;

/** The fields of all filters. They are plain form controls: without JavaScript the button at the end applies them. */
export function FilterPanel({ locale, filters, facets, query, total, clear }: Props) {
  const { titles, browse } = locale.words;
  const { catalogue } = browse;
  const checks = <T extends string>(
    name: 'kind' | 'status' | 'season',
    values: readonly T[],
    labels: Readonly<Record<T, string>>,
    counted: readonly Counted<T>[],
  ) =>
    offered(values, filters[name], counted).map(({ value, count }) => (
      <CheckRow
        key={value}
        name={name}
        value={value}
        label={labels[value]}
        count={locale.number(count)}
        checked={(filters[name] as readonly string[]).includes(value)}
      />
    ));
  return (
    <div className="space-y-6 p-4 lg:p-0">
      <div>
        <SwitchRow name="airing" label={catalogue.airing} on={filters.airing} />
        <SwitchRow name="adult" label={catalogue.adult} hint={catalogue.adultHint} on={filters.adult} />
      </div>
      <Group legend={titles.form}>{checks('kind', KINDS, titles.kind, facets.kind)}</Group>
      <Group legend={titles.statusLabel}>{checks('status', STATUSES, titles.status, facets.status)}</Group>
      <Ranges locale={locale} filters={filters} facets={facets} />
      <GenreGroup locale={locale} filters={filters} genres={facets.genre} />
      <Group legend={titles.seasonLabel}>{checks('season', SEASONS, titles.season, facets.season)}</Group>
      <Group legend={titles.studios.other}>
        {facets.studio.length > 0 && (
          <StudioFilter
            language={locale.language}
            words={catalogue.studioFilter}
            query={query}
            studios={facets.studio}
            chosen={filters.studio}
          />
        )}
      </Group>
      <SheetEnd locale={locale} filters={filters} total={total} clear={clear} />
      <noscript>
        <Button type="submit" tone="solid" className="w-full max-lg:hidden">
          {catalogue.apply}
        </Button>
      </noscript>
    </div>
  );
}

/** The end of the sheet on narrow screens: how many titles wait behind it, and a fresh start. */
function SheetEnd({ locale, filters, total, clear }: Omit<Props, 'facets' | 'query'>) {
  const { catalogue } = locale.words.browse;
  return (
    <div className="sticky bottom-0 -mx-4 -mb-4 flex gap-2 border-t border-line bg-raised p-4 lg:hidden">
      <Button
        type="submit"
        tone="solid"
        className="min-w-0 flex-1"
        popoverTarget="filters"
        popoverTargetAction="hide"
      >
        <span aria-live="polite">{locale.count(total, catalogue.show)}</span>
      </Button>
      {countFilters(filters) > 0 && (
        <Link href={clear} prefetch={false} scroll={false} className={buttonClass()}>
          {catalogue.clear}
        </Link>
      )}
    </div>
  );
}

function Ranges({ locale, filters, facets }: Pick<Props, 'locale' | 'filters' | 'facets'>) {
  const { catalogue } = locale.words.browse;
  return (
    <>
      <RangeFilter
        legend={catalogue.year}
        names={['yearFrom', 'yearTo']}
        labels={[catalogue.from, catalogue.to]}
        values={[filters.yearFrom, filters.yearTo]}
        steps={yearSteps(facets.year, new Date())}
        min={YEAR_MIN}
        max={YEAR_MAX}
      />
      <RangeFilter
        legend={catalogue.scoreLabel}
        names={['scoreFrom', 'scoreTo']}
        labels={[catalogue.from, catalogue.to]}
        values={[filters.scoreFrom, filters.scoreTo]}
        steps={facets.score}
        min={SCORE_MIN}
        max={SCORE_MAX}
        step={0.5}
      />
      <RangeFilter
        legend={catalogue.episodes}
        names={['episodesFrom', 'episodesTo']}
        labels={[catalogue.from, catalogue.to]}
        values={[filters.episodesFrom, filters.episodesTo]}
        steps={facets.episodes}
        min={1}
        max={EPISODES_MAX}
      />
    </>
  );
}

function GenreGroup({
  locale,
  filters,
  genres,
}: {
  locale: Locale;
  filters: Filters;
  genres: readonly GenreItem[];
}) {
  const { titles, browse } = locale.words;
  const chosen = (slug: string) => filters.genre.includes(slug) || filters.genreNot.includes(slug);
  const ordered = genres.toSorted(
    (one, other) => Number(chosen(other.slug)) - Number(chosen(one.slug)) || other.count - one.count,
  );
  const row = (genre: GenreItem) => {
    const name = genreName(genre, locale.language);
    const state = stateOf(filters, genre.slug);
    return (
      <TriStateRow
        key={genre.slug}
        name="genre"
        excludeName="genreNot"
        value={genre.slug}
        label={name}
        excludeLabel={fill(browse.catalogue.exclude, { name })}
        count={state === 'exclude' ? undefined : locale.number(genre.count)}
        state={state}
      />
    );
  };
  const rest = ordered.slice(GENRES_OPEN);
  return (
    <Group legend={titles.genres}>
      {ordered.slice(0, GENRES_OPEN).map(row)}
      {rest.length > 0 && (
        <details>
          <summary className="flex min-h-8 items-center text-sm font-medium text-accent">
            {locale.count(rest.length, browse.catalogue.moreGenres)}
          </summary>
          {rest.map(row)}
        </details>
      )}
    </Group>
  );
}

function stateOf(filters: Filters, slug: string): 'include' | 'exclude' | 'any' {
  if (filters.genre.includes(slug)) return 'include';
  return filters.genreNot.includes(slug) ? 'exclude' : 'any';
}

/** The values that would leave something, and those that are chosen already. */
function offered<T extends string>(
  values: readonly T[],
  chosen: readonly string[],
  counted: readonly Counted<T>[],
) {
  return values
    .map((value) => ({ value, count: counted.find((one) => one.value === value)?.count ?? 0 }))
    .filter(({ value, count }) => count > 0 || chosen.includes(value));
}

/** A group of fields under its name; without any field there is no group. */
function Group({ legend, children }: { legend: string; children: ReactNode }) {
  if (
    Array.isArray(children) &&
    children.every((child) => !child || (Array.isArray(child) && child.length === 0))
  )
    return null;
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">{legend}</legend>
      {children}
    </fieldset>
  );
}
