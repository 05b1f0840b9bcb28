import type { Cache } from '@seaworthy/platform/cache';
import { defineRoute, type Route } from '@seaworthy/platform/http';
import type { Db } from '@seaworthy/platform/postgres';
import { CATALOGUE_TAG } from '../titles/index.ts';
import { listStudiosQuery, studioList } from './contract.ts';
import { listStudios } from './list-studios.ts';

/** The public reads of studios. */
export function studioRoutes(deps: { db: Db<unknown>; cache: Cache }): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/v1/studios',
      operationId: 'listStudios',
      summary: 'Studios and producers with their numbers of titles',
      tags: ['studios'],
      access: 'public',
      query: listStudiosQuery,
      response: studioList,
      cache: { store: deps.cache, tags: [CATALOGUE_TAG] },
      handle: ({ query }) => listStudios(deps, query),
    }),
  ];
}
