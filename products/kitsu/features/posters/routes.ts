import type { Cache } from '@seaworthy/platform/cache';
import { defineRoute, type Route } from '@seaworthy/platform/http';
import type { Db } from '@seaworthy/platform/postgres';
import { CATALOGUE_TAG } from '../titles/index.ts';
import { posterParams, posterPicture, posterQuery } from './contract.ts';
import { getPoster } from './get-poster.ts';

/** Posters are drawn on the first request and kept, as any public read, until the catalogue changes. */
const DAY_S = 86_400;

/** The drawn posters of titles. */
export function posterRoutes(deps: { db: Db<unknown>; cache: Cache }): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/media/posters/:file',
      limit: 'picture',
      operationId: 'getPoster',
      summary: 'The drawn poster of a title',
      tags: ['media'],
      access: 'public',
      params: posterParams,
      query: posterQuery,
      response: posterPicture,
      produces: 'image/svg+xml',
      cache: { store: deps.cache, tags: [CATALOGUE_TAG], maxAgeS: DAY_S },
      handle: ({ params }) => getPoster(deps, Number.parseInt(params.file, 10)),
    }),
  ];
}
