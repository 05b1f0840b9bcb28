import type { Cache } from '@seaworthy/platform/cache';
import { defineRoute, type Route } from '@seaworthy/platform/http';
import type { Db } from '@seaworthy/platform/postgres';
import { CATALOGUE_TAG } from '../titles/index.ts';
import { genreList, listGenresQuery } from './contract.ts';
import { listGenres } from './list-genres.ts';

/** The public reads of genres. */
export function genreRoutes(deps: { db: Db<unknown>; cache: Cache }): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/v1/genres',
      operationId: 'listGenres',
      summary: 'Genres, themes and demographics with their numbers of titles',
      tags: ['genres'],
      access: 'public',
      query: listGenresQuery,
      response: genreList,
      cache: { store: deps.cache, tags: [CATALOGUE_TAG] },
      handle: ({ query }) => listGenres(deps, query),
    }),
  ];
}
