import type { SearchQuery } from '../../api/types.ts';
import { type Filters, readFilters, titleQuery } from '../catalogue/filters.ts';

/** Characters that nobody can type, and that no name has. */
const CONTROL = /\p{Cc}+/gu;

/** What the search page's address says. */
export interface AskedSearch {
  readonly q: string;
  /** Whether nothing of the query is to be repaired. */
  readonly literal: boolean;
  readonly filters: Filters;
  readonly cursor: string | undefined;
}

/** Reads the address. Results have one order, by how well they fit, and one view. */
export function readSearch(asked: URLSearchParams): AskedSearch {
  const { sort, view } = readFilters(new URLSearchParams());
  return {
    q: (asked.get('q') ?? '').replace(CONTROL, ' ').trim(),
    literal: asked.get('literal') === 'true',
    filters: { ...readFilters(asked), sort, view },
    cursor: asked.get('cursor') ?? undefined,
  };
}

/** The search as the API is asked for it. */
export function searchQuery({
  q,
  literal,
  filters,
}: Pick<AskedSearch, 'q' | 'literal' | 'filters'>): SearchQuery {
  const { sort: _sort, limit: _limit, cursor: _cursor, ...narrowing } = titleQuery(filters);
  return { ...narrowing, q, ...(literal && { literal }) };
}

/** The query of the search page's address, for these words and the filters' part of an address. */
export function searchAddress({ q, literal }: Pick<AskedSearch, 'q' | 'literal'>, filters: string): string {
  return [new URLSearchParams({ q, ...(literal && { literal: 'true' }) }).toString(), filters]
    .filter(Boolean)
    .join('&');
}
