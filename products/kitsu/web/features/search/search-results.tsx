import { buttonClass, Sheet, SheetButton } from '@seaworthy/platform/ui';
import { ArrowUp, SlidersHorizontal } from 'lucide-react';
import Link from 'next/link';
import type { SearchQuery, SearchResult } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { DataNote } from '../../shell/data-note.tsx';
import { AppliedFilters } from '../catalogue/applied-filters.tsx';
import { CatalogueFrame } from '../catalogue/catalogue-frame.tsx';
import { chipsOf } from '../catalogue/chips.ts';
import { FilterPanel } from '../catalogue/filter-panel.tsx';
import { countFilters, writeFilters } from '../catalogue/filters.ts';
import { NothingLeft } from '../catalogue/nothing-left.tsx';
import { cardWords } from '../titles/card-words.ts';
import { moreWords } from '../titles/more-words.ts';
import { CorrectionNote, LiteralNote } from './correction-note.tsx';
import { GrowingHits } from './growing-hits.tsx';
import { listedHit } from './listed-hit.ts';
import { type AskedSearch, searchAddress } from './search-query.ts';

interface Props {
  readonly locale: Locale;
  readonly asked: AskedSearch;
  /** What the API was asked, without cursor, total and facets. */
  readonly query: SearchQuery;
  readonly page: SearchResult;
}

/** The titles that were found, beside the filters that narrow them. */
export function SearchResults({ locale, asked, query, page }: Props) {
  const { q, literal, filters, cursor } = asked;
  const { catalogue } = locale.words.browse;
  const { facets, items, total } = page;
  const address = (part: string) => `${locale.href('/search')}?${searchAddress(asked, part)}`;
  const own = address(writeFilters(filters));
  const chips = chipsOf(filters, locale, facets);
  return (
    <CatalogueFrame
      kept={searchAddress(asked, '')}
      filters={
        facets && (
          <Sheet id="filters" title={catalogue.filters} closeLabel={catalogue.close} wide="inline">
            <FilterPanel
              locale={locale}
              filters={filters}
              facets={facets}
              query={query}
              total={total ?? 0}
              clear={address('')}
            />
          </Sheet>
        )
      }
    >
      <input type="hidden" name="q" value={q} />
      {literal && <input type="hidden" name="literal" value="true" />}
      <Head locale={locale} asked={asked} page={page} />
      <AppliedFilters locale={locale} chips={chips} clear="" address={address} />
      {cursor && (
        <p className="mb-5">
          <Link href={own} prefetch={false} className={buttonClass({ size: 'sm' })}>
            <ArrowUp aria-hidden className="size-4" />
            {catalogue.fromStart}
          </Link>
        </p>
      )}
      {items.length === 0 ? (
        <NothingLeft
          locale={locale}
          filters={filters}
          chips={chips}
          without={facets?.without ?? []}
          address={address}
        />
      ) : (
        <GrowingHits
          key={own}
          label={locale.words.browse.search.title}
          hits={items.map(listedHit)}
          nextCursor={page.nextCursor}
          total={cursor ? undefined : total}
          query={query}
          address={own}
          words={cardWords(locale)}
          more={moreWords(locale)}
          met={page.correction?.query ?? q}
          foundAs={locale.words.browse.search.foundAs}
        />
      )}
      <DataNote locale={locale} titles={items} />
    </CatalogueFrame>
  );
}

interface HeadProps {
  readonly locale: Locale;
  readonly asked: AskedSearch;
  readonly page: SearchResult;
}

function Head({ locale, asked, page }: HeadProps) {
  const { search, catalogue } = locale.words.browse;
  const { q, literal, filters } = asked;
  const { correction, total } = page;
  const applied = countFilters(filters);
  return (
    <div className="mb-5 flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1">
      <h1 className="line-clamp-3 w-full text-2xl wrap-anywhere">
        {fill(search.heading, { q: correction?.query ?? q })}
      </h1>
      {correction && <CorrectionNote locale={locale} asked={asked} correction={correction} />}
      {literal && <LiteralNote locale={locale} asked={asked} />}
      <p role="status" className="flex-1 text-sm text-mute tabular-nums">
        {total !== undefined && countOf(locale, total, applied, page.isCut)}
      </p>
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
    </div>
  );
}

/** How many titles were found; only the best are counted when there are too many. */
function countOf(locale: Locale, total: number, applied: number, isCut: boolean): string {
  const { search } = locale.words.browse;
  if (!isCut) return locale.count(total, locale.words.titles.count);
  return locale.count(total, applied === 0 ? search.moreThan : search.amongBest);
}
