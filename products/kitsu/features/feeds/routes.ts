import type { Cache } from '@seaworthy/platform/cache';
import { defineRoute, type Route } from '@seaworthy/platform/http';
import { CATALOGUE_TAG, type CardDeps } from '../titles/index.ts';
import { feed, feedQuery } from './contract.ts';
import { listFeed } from './list-feed.ts';

/** What is new in the catalogue. */
export function feedRoutes(deps: CardDeps & { cache: Cache }): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/v1/feed',
      operationId: 'listFeed',
      summary: 'The titles that came or changed last',
      tags: ['feed'],
      access: 'public',
      query: feedQuery,
      response: feed,
      cache: { store: deps.cache, tags: [CATALOGUE_TAG] },
      handle: ({ query }) => listFeed(deps, query),
    }),
  ];
}
