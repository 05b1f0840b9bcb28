import type { Cache } from '@seaworthy/platform/cache';
import { defineRoute, type Route } from '@seaworthy/platform/http';
import { titleRef } from '../titles/contract.ts';
import { CATALOGUE_TAG, type CardDeps } from '../titles/index.ts';
import { similarQuery, similarTitles } from './contract.ts';
import { listSimilar } from './list-similar.ts';

/** The public reads of titles that resemble another one. */
export function similarTitleRoutes(deps: CardDeps & { cache: Cache }): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/v1/anime/:idOrSlug/similar',
      operationId: 'listSimilarAnime',
      summary: 'Titles most like one title, with what they share',
      tags: ['anime'],
      access: 'public',
      params: titleRef,
      query: similarQuery,
      response: similarTitles,
      cache: { store: deps.cache, tags: [CATALOGUE_TAG] },
      handle: ({ params, query }) => listSimilar(deps, { ...params, ...query }),
    }),
  ];
}
