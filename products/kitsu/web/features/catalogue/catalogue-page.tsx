import { buttonClass, Sheet } from '@seaworthy/platform/ui';
import { ArrowUp } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { listTitles } from '../../api/catalogue.ts';
import type { TitleList as TitlePage } from '../../api/types.ts';
import { type Locale, localeOf } from '../../i18n/locale.ts';
import { DataNote } from '../../shell/data-note.tsx';
import { EmptyCatalogue } from '../../shell/empty-catalogue.tsx';
import { ProblemView } from '../../shell/problem-view.tsx';
import { ListThing } from '../titles/list-thing.tsx';
import { TitleList } from '../titles/title-list.tsx';
import { AppliedFilters } from './applied-filters.tsx';
import { CatalogueFrame } from './catalogue-frame.tsx';
import { catalogueMetadata } from './catalogue-metadata.ts';
import { type Chip, chipsOf } from './chips.ts';
import { FilterPanel } from './filter-panel.tsx';
import { cleared, countFilters, type Filters, readFilters, titleQuery, writeFilters } from './filters.ts';
import { NothingLeft } from './nothing-left.tsx';
import { type PageQuery, searchParamsOf } from './search-params.ts';
import { Toolbar } from './toolbar.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
  readonly searchParams: PageQuery;
}

/** Divides by 3, 4, 6 and 7: the last row of a page is rarely ragged. */
const PAGE_SIZE = 42;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return catalogueMetadata(localeOf((await params).lang), await searchParamsOf(searchParams));
}

/** The catalogue: every title, narrowed by the filters in the address. One call of the API per page. */
export async function CataloguePage({ params, searchParams }: Props) {
  const locale = localeOf((await params).lang);
  const asked = await searchParamsOf(searchParams);
  const filters = readFilters(asked);
  const cursor = asked.get('cursor') ?? undefined;
  const query = { ...titleQuery(filters), limit: PAGE_SIZE };
  const answer = await listTitles({ ...query, ...(cursor && { cursor }), total: true, facets: true });
  if (!answer.ok) return <ProblemView locale={locale} problem={answer.problem} />;
  const { facets, total, items } = answer.data;
  const chips = chipsOf(filters, locale, facets);
  const clear = writeFilters(cleared(filters));
  const { catalogue } = locale.words.browse;
  return (
    <CatalogueFrame
      filters={
        facets && (
          <Sheet id="filters" title={catalogue.filters} closeLabel={catalogue.close} wide="inline">
            <FilterPanel
              locale={locale}
              filters={filters}
              facets={facets}
              query={query}
              total={total ?? 0}
              clear={addressOf(locale, clear)}
            />
          </Sheet>
        )
      }
    >
      <Toolbar locale={locale} filters={filters} total={total} />
      <AppliedFilters
        locale={locale}
        chips={chips}
        clear={clear}
        address={(query) => addressOf(locale, query)}
      />
      {cursor && <FromStart locale={locale} filters={filters} />}
      <Results
        locale={locale}
        filters={filters}
        chips={chips}
        page={answer.data}
        query={query}
        isLater={cursor !== undefined}
      />
      <DataNote locale={locale} titles={items} />
    </CatalogueFrame>
  );
}

interface ResultsProps {
  readonly locale: Locale;
  readonly filters: Filters;
  readonly page: TitlePage;
  readonly query: ReturnType<typeof titleQuery>;
  readonly chips: readonly Chip[];
  readonly isLater: boolean;
}

function Results({ locale, filters, chips, page, query, isLater }: ResultsProps) {
  if (page.items.length === 0 && countFilters(filters) === 0) return <EmptyCatalogue locale={locale} />;
  if (page.items.length === 0) {
    return (
      <NothingLeft
        locale={locale}
        filters={filters}
        chips={chips}
        without={page.facets?.without ?? []}
        address={(query) => addressOf(locale, query)}
      />
    );
  }
  return (
    <>
      <ListThing locale={locale} titles={page.items} />
      <TitleList
        locale={locale}
        view={filters.view}
        page={page}
        query={query}
        address={addressOf(locale, writeFilters(filters))}
        isLater={isLater}
      />
    </>
  );
}

/** A page that begins in the middle of the list says so and leads back. */
function FromStart({ locale, filters }: { locale: Locale; filters: Filters }) {
  return (
    <p className="mb-5">
      <Link
        href={addressOf(locale, writeFilters(filters))}
        prefetch={false}
        className={buttonClass({ size: 'sm' })}
      >
        <ArrowUp aria-hidden className="size-4" />
        {locale.words.browse.catalogue.fromStart}
      </Link>
    </p>
  );
}

function addressOf(locale: Locale, query: string): string {
  return locale.href(query ? `/anime?${query}` : '/anime');
}
