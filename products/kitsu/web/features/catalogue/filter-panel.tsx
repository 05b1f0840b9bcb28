import { Button, CheckRow, RangePair, Select, SwitchRow, TriStateRow } from '@seaworthy/platform/ui';
import type { ReactNode } from 'react';
import type { Counted, GenreItem, TitleFacets } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { genreName } from '../genres/genre-name.ts';
import { SEASONS } from '../seasons/season.ts';
import { EPISODES_MAX, type Filters, KINDS, SCORES, STATUSES, YEAR_MAX, YEAR_MIN } from './filters.ts';

interface Props {
  readonly locale: Locale;
  readonly filters: Filters;
  readonly facets: TitleFacets;
  /** The genres of the facets and those that are chosen; see `offeredGenres`. */
  readonly genres: readonly GenreItem[];
}

/** So many genres stand open; the rest is one press away. */
const GENRES_OPEN = 14;

/** The fields of all filters. They are plain form controls: without JavaScript the button at the end applies them. */
export function FilterPanel({ locale, filters, facets, genres }: Props) {
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
      <Ranges locale={locale} filters={filters} />
      <GenreGroup locale={locale} filters={filters} genres={genres} />
      <Group legend={titles.seasonLabel}>{checks('season', SEASONS, titles.season, facets.season)}</Group>
      {filters.studio.map((slug) => (
        <input key={slug} type="hidden" name="studio" value={slug} />
      ))}
      <div className="sticky bottom-0 -mx-4 border-t border-line bg-raised p-4 lg:hidden">
        <Button
          type="submit"
          tone="solid"
          className="w-full"
          popoverTarget="filters"
          popoverTargetAction="hide"
        >
          {catalogue.apply}
        </Button>
      </div>
      <noscript>
        <Button type="submit" tone="solid" className="w-full max-lg:hidden">
          {catalogue.apply}
        </Button>
      </noscript>
    </div>
  );
}

function Ranges({ locale, filters }: { locale: Locale; filters: Filters }) {
  const { catalogue } = locale.words.browse;
  return (
    <>
      <Group legend={catalogue.year}>
        <RangePair
          from={{
            name: 'yearFrom',
            label: catalogue.yearFrom,
            value: filters.yearFrom,
            min: YEAR_MIN,
            max: YEAR_MAX,
          }}
          to={{
            name: 'yearTo',
            label: catalogue.yearTo,
            value: filters.yearTo,
            min: YEAR_MIN,
            max: YEAR_MAX,
          }}
        />
      </Group>
      <Group legend={catalogue.scoreLabel}>
        <Select
          name="scoreFrom"
          aria-label={catalogue.scoreLabel}
          defaultValue={filters.scoreFrom ?? ''}
          className="w-full"
        >
          <option value="">{catalogue.scoreAny}</option>
          {SCORES.map((score) => (
            <option key={score} value={score}>
              {fill(catalogue.scoreFrom, { score: String(score) })}
            </option>
          ))}
        </Select>
      </Group>
      <Group legend={catalogue.episodes}>
        <RangePair
          from={{
            name: 'episodesFrom',
            label: catalogue.episodesFrom,
            value: filters.episodesFrom,
            min: 1,
            max: EPISODES_MAX,
          }}
          to={{
            name: 'episodesTo',
            label: catalogue.episodesTo,
            value: filters.episodesTo,
            min: 1,
            max: EPISODES_MAX,
          }}
        />
      </Group>
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
