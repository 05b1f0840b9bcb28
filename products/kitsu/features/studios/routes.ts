import type { Cache } from '@seaworthy/platform/cache';
import { defineRoute, type Route } from '@seaworthy/platform/http';
import type { Db } from '@seaworthy/platform/postgres';
import { CATALOGUE_TAG } from '../titles/index.ts';
import { listStudiosQuery, studioItem, studioList, studioParams, studioQuery } from './contract.ts';
import { getStudio } from './get-studio.ts';
import { listStudios } from './list-studios.ts';

/** The public reads of studios. */
export function studioRoutes(deps: { db: Db<unknown>; cache: Cache }): Route[] {
  const cache = { store: deps.cache, tags: [CATALOGUE_TAG] };
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
      cache,
      handle: ({ query }) => listStudios(deps, query),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/v1/studios/:slug',
      operationId: 'getStudio',
      summary: 'A studio with its number of titles',
      tags: ['studios'],
      access: 'public',
      params: studioParams,
      query: studioQuery,
      response: studioItem,
      cache,
      handle: ({ params, query }) => getStudio(deps, { ...params, ...query }),
    }),
  ];
}
