import type { Cache } from '@seaworthy/platform/cache';
import { defineRoute, type Route } from '@seaworthy/platform/http';
import type { Db } from '@seaworthy/platform/postgres';
import { CATALOGUE_TAG } from '../titles/index.ts';
import { sitemapPage, sitemapQuery } from './contract.ts';
import { listSitemap } from './list-sitemap.ts';

/** The pages of the sitemap. */
export function sitemapRoutes(deps: { db: Db<unknown>; cache: Cache }): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/v1/sitemap',
      operationId: 'listSitemap',
      summary: 'Addresses of titles that search engines may index',
      tags: ['sitemap'],
      access: 'public',
      query: sitemapQuery,
      response: sitemapPage,
      cache: { store: deps.cache, tags: [CATALOGUE_TAG] },
      handle: ({ query }) => listSitemap(deps, query),
    }),
  ];
}
