import type { Metadata } from 'next';
import { searchTitles } from '../../api/catalogue.ts';
import { fill } from '../../i18n/format.ts';
import { localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { ProblemView } from '../../shell/problem-view.tsx';
import { countFilters } from '../catalogue/filters.ts';
import { type PageQuery, searchParamsOf } from '../catalogue/search-params.ts';
import { QUERY_MAX } from './limits.ts';
import { NothingFound } from './nothing-found.tsx';
import { type AskedSearch, readSearch, searchQuery } from './search-query.ts';
import { SearchResults } from './search-results.tsx';
import { SearchStart } from './search-start.tsx';
import { SearchTooLong } from './search-too-long.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
  readonly searchParams: PageQuery;
}

const PAGE_SIZE = 40;
const TITLE_MAX = 80;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = localeOf((await params).lang);
  const { search } = locale.words.browse;
  const { q } = readSearch(await searchParamsOf(searchParams));
  const shown = q.length > TITLE_MAX ? `${q.slice(0, TITLE_MAX)}…` : q;
  const title = q ? fill(search.resultsTitle, { q: shown }) : search.title;
  return pageMetadata(locale, { page: '/search', title, description: search.startText, index: false });
}

/** What the search finds, best first, narrowed by the filters in the address. */
export async function SearchPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).lang);
  const asked = readSearch(await searchParamsOf(searchParams));
  const { q, filters, cursor } = asked;
  if (q === '') return <SearchStart locale={locale} />;
  if (q.length > QUERY_MAX) return <SearchTooLong locale={locale} q={q} />;
  const query = { ...searchQuery(asked), limit: PAGE_SIZE };
  const answer = await searchTitles({ ...query, ...(cursor && { cursor }), total: true, facets: true });
  if (!answer.ok) return <ProblemView locale={locale} problem={answer.problem} />;
  const isEmpty = answer.data.items.length === 0 && !cursor;
  const isFiltered = isEmpty && countFilters(filters) > 0 && (await isFound(asked));
  if (isEmpty && !isFiltered) return <NothingFound locale={locale} asked={asked} />;
  return <SearchResults locale={locale} asked={asked} query={query} page={answer.data} />;
}

/** Whether the words find anything by themselves. */
async function isFound({ q, literal }: AskedSearch): Promise<boolean> {
  const answer = await searchTitles({ q, literal, limit: 1 });
  return answer.ok && answer.data.items.length > 0;
}
