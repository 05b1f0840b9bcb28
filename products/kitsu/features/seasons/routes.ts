import type { Cache } from '@seaworthy/platform/cache';
import { defineRoute, type Route } from '@seaworthy/platform/http';
import type { Db } from '@seaworthy/platform/postgres';
import { CATALOGUE_TAG } from '../titles/index.ts';
import { listSeasonsQuery, seasonList } from './contract.ts';
import { listSeasons } from './list-seasons.ts';

/** The public reads of seasons. */
export function seasonRoutes(deps: { db: Db<unknown>; cache: Cache }): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/v1/seasons',
      operationId: 'listSeasons',
      summary: 'Years and seasons with their numbers of titles',
      tags: ['seasons'],
      access: 'public',
      query: listSeasonsQuery,
      response: seasonList,
      cache: { store: deps.cache, tags: [CATALOGUE_TAG] },
      handle: ({ query }) => listSeasons(deps, query),
    }),
  ];
}
