import type { Cache } from '@seaworthy/platform/cache';
import { defineRoute, type Route } from '@seaworthy/platform/http';
import { CATALOGUE_TAG } from './cache-tag.ts';
import type { CardDeps } from './card.ts';
import {
  listTitlesQuery,
  relatedTitles,
  titleCard,
  titleDetail,
  titleList,
  titleQuery,
  titleRef,
} from './contract.ts';
import { getTitle } from './get-title.ts';
import { listTitles } from './list-titles.ts';
import { pickRandomTitle } from './pick-random-title.ts';

/** The public reads of the catalogue's titles. */
export function titleRoutes(deps: CardDeps & { cache: Cache }): Route[] {
  const cache = { store: deps.cache, tags: [CATALOGUE_TAG] };
  return [
    defineRoute({
      method: 'GET',
      path: '/api/v1/anime',
      operationId: 'listAnime',
      summary: 'Titles by filter, order and page',
      tags: ['anime'],
      access: 'public',
      query: listTitlesQuery,
      response: titleList,
      cache,
      handle: ({ query }) => listTitles(deps, query),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/v1/anime/random',
      operationId: 'pickRandomAnime',
      summary: 'Some title, another one each time',
      tags: ['anime'],
      access: 'public',
      response: titleCard,
      cacheControl: 'no-store',
      handle: () => pickRandomTitle(deps),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/v1/anime/:idOrSlug',
      operationId: 'getAnime',
      summary: 'Everything of one title',
      tags: ['anime'],
      access: 'public',
      params: titleRef,
      query: titleQuery,
      response: titleDetail,
      cache,
      handle: ({ params, query }) => getTitle(deps, { ...params, ...query }),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/v1/anime/:idOrSlug/related',
      operationId: 'listRelatedAnime',
      summary: 'Sequels, films and other relations of one title',
      tags: ['anime'],
      access: 'public',
      params: titleRef,
      query: titleQuery,
      response: relatedTitles,
      cache,
      handle: async ({ params, query }) => ({
        items: (await getTitle(deps, { ...params, ...query })).related,
      }),
    }),
  ];
}
