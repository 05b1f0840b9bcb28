import { listAnime, searchAnime, suggestAnime } from '@seaworthy/kitsu/client';
import type {
  SearchQuery,
  SearchResult,
  SuggestionList,
  TitleFacets,
  TitleList,
  TitleQuery,
} from './types.ts';

// The browser asks the front door, which shares its origin with the site.
const options = (signal: AbortSignal) => ({
  baseUrl: window.location.origin,
  signal,
  throwOnError: true as const,
});

const SUGGESTIONS = 7;

/** The best titles for what has been typed so far. Throws when the API does not answer or `signal` aborts. */
export async function suggest(q: string, signal: AbortSignal): Promise<SuggestionList> {
  const { data } = await suggestAnime({ query: { q, limit: SUGGESTIONS }, ...options(signal) });
  return data;
}

/** The next page of what a search found. Throws like {@link suggest}. */
export async function moreHits(query: SearchQuery, signal: AbortSignal): Promise<SearchResult> {
  const { data } = await searchAnime({ query, ...options(signal) });
  return data;
}

/** The studios whose name contains a text, with how many titles of the same list they would leave. Throws like {@link suggest}. */
export async function studiosOfName(
  query: TitleQuery | SearchQuery,
  studioName: string,
  signal: AbortSignal,
): Promise<TitleFacets['studio']> {
  const asked = { ...query, studioName, facets: true, limit: 1 };
  const { data } =
    'q' in asked
      ? await searchAnime({ query: asked, ...options(signal) })
      : await listAnime({ query: asked, ...options(signal) });
  return data.facets?.studio ?? [];
}

/** The next page of a list. Throws like {@link suggest}. */
export async function moreTitles(query: TitleQuery, signal: AbortSignal): Promise<TitleList> {
  const { data } = await listAnime({ query, ...options(signal) });
  return data;
}
