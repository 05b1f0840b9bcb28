import type { Cache } from '@seaworthy/platform/cache';
import { defineRoute, type Route } from '@seaworthy/platform/http';
import { CATALOGUE_TAG } from '../titles/index.ts';
import { searchQuery, searchResult, suggestionList, suggestionQuery } from './contract.ts';
import type { SearchDeps } from './match-titles.ts';
import { searchTitles } from './search-titles.ts';
import { suggestTitles } from './suggest-titles.ts';

/** Search, and suggestions while a person types. */
export function searchRoutes(deps: SearchDeps & { cache: Cache }): Route[] {
  const cache = { store: deps.cache, tags: [CATALOGUE_TAG] };
  return [
    defineRoute({
      method: 'GET',
      path: '/api/v1/search/anime',
      limit: 'search',
      operationId: 'searchAnime',
      summary: 'Titles found by any of their names, in any script, mistakes forgiven',
      tags: ['search'],
      access: 'public',
      query: searchQuery,
      response: searchResult,
      cache,
      handle: ({ query }) => searchTitles(deps, query),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/v1/search/suggestions',
      limit: 'search',
      operationId: 'suggestAnime',
      summary: 'The few best titles for what has been typed so far',
      tags: ['search'],
      access: 'public',
      query: suggestionQuery,
      response: suggestionList,
      cache,
      handle: ({ query }) => suggestTitles(deps, query),
    }),
  ];
}
