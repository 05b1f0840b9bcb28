import type { Cache } from '@seaworthy/platform/cache';
import { defineRoute, type Route } from '@seaworthy/platform/http';
import { CATALOGUE_TAG, type CardDeps } from '../titles/index.ts';
import { franchise, franchiseParams, franchiseQuery } from './contract.ts';
import { getFranchise } from './get-franchise.ts';

/** The public reads of franchises. */
export function franchiseRoutes(deps: CardDeps & { cache: Cache }): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/v1/franchises/:slug',
      operationId: 'getFranchise',
      summary: 'A franchise with its titles in order of broadcast',
      tags: ['franchises'],
      access: 'public',
      params: franchiseParams,
      query: franchiseQuery,
      response: franchise,
      cache: { store: deps.cache, tags: [CATALOGUE_TAG] },
      handle: ({ params, query }) => getFranchise(deps, { ...params, ...query }),
    }),
  ];
}
