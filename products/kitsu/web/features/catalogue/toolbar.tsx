import { cx, Select, SheetButton } from '@seaworthy/platform/ui';
import { LayoutGrid, Rows3, SlidersHorizontal } from 'lucide-react';
import Link from 'next/link';
import type { Locale } from '../../i18n/locale.ts';
import type { View } from '../titles/listed-title.ts';
import { countFilters, type Filters, SORTS, writeFilters } from './filters.ts';

/** The line above the results: heading and total, then filters (on phones), order and view. */
export function Toolbar({
  locale,
  filters,
  total,
}: {
  locale: Locale;
  filters: Filters;
  total: number | undefined;
}) {
  const { catalogue } = locale.words.browse;
  const applied = countFilters(filters);
  return (
    <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-3">
      <div className="flex min-w-full flex-1 items-baseline gap-3 sm:min-w-0">
        <h1 className="text-2xl">{catalogue.title}</h1>
        {total !== undefined && (
          <p role="status" className="text-sm text-mute tabular-nums">
            {locale.count(total, locale.words.titles.count)}
          </p>
        )}
      </div>
      <SheetButton
        sheet="filters"
        look={{ size: 'sm' }}
        className="h-9 lg:hidden"
        label={applied === 0 ? catalogue.filters : locale.count(applied, catalogue.filtersCount)}
      >
        <SlidersHorizontal aria-hidden className="size-4" />
        {catalogue.filters}
        {applied > 0 && <span className="text-accent tabular-nums">{locale.number(applied)}</span>}
      </SheetButton>
      <Select
        name="sort"
        aria-label={catalogue.sort}
        defaultValue={filters.sort}
        className="min-w-0 max-sm:flex-1"
      >
        {SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {catalogue.sorts[sort]}
          </option>
        ))}
      </Select>
      <ViewLinks locale={locale} filters={filters} />
    </div>
  );
}

function ViewLinks({ locale, filters }: { locale: Locale; filters: Filters }) {
  const { catalogue } = locale.words.browse;
  const views: readonly (readonly [View, string, typeof LayoutGrid])[] = [
    ['grid', catalogue.grid, LayoutGrid],
    ['list', catalogue.list, Rows3],
  ];
  return (
    <nav aria-label={catalogue.view} className="flex rounded-md border border-line p-0.5">
      {filters.view === 'list' && <input type="hidden" name="view" value="list" />}
      {views.map(([view, label, Icon]) => {
        const query = writeFilters({ ...filters, view });
        return (
          <Link
            key={view}
            href={locale.href(query ? `/anime?${query}` : '/anime')}
            prefetch={false}
            scroll={false}
            aria-label={label}
            title={label}
            aria-current={view === filters.view ? 'true' : undefined}
            className={cx(
              'grid size-8 place-content-center rounded-sm',
              view === filters.view ? 'bg-hover text-ink' : 'text-mute hover:text-ink',
            )}
          >
            <Icon aria-hidden className="size-4" />
          </Link>
        );
      })}
    </nav>
  );
}
