import type { Cache } from '@seaworthy/platform/cache';
import { defineRoute, type Route } from '@seaworthy/platform/http';
import type { Db } from '@seaworthy/platform/postgres';
import { CATALOGUE_TAG } from '../titles/index.ts';
import { catalogueFacts } from './contract.ts';
import { getCatalogueFacts } from './get-catalogue-facts.ts';

/** The public read of what the catalogue knows. */
export function catalogueFactsRoutes(deps: { db: Db<unknown>; cache: Cache }): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/v1/catalogue',
      operationId: 'getCatalogueFacts',
      summary: 'Of how many titles the catalogue knows what, and from which sources',
      tags: ['catalogue'],
      access: 'public',
      response: catalogueFacts,
      cache: { store: deps.cache, tags: [CATALOGUE_TAG] },
      handle: () => getCatalogueFacts(deps),
    }),
  ];
}
