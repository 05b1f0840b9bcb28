import {
  getAnime,
  getCatalogueFacts,
  getFranchise as getFranchiseBySlug,
  getStudio as getStudioBySlug,
  type ListStudiosData,
  listGenres as listAllGenres,
  listSeasons as listAllSeasons,
  listAnime,
  listFeed,
  listSimilarAnime,
  listSitemap,
  listStudios as listSomeStudios,
  pickRandomAnime,
  searchAnime,
} from '@seaworthy/kitsu/client';
import { cache } from 'react';
import { ask } from './server.ts';
import type { FeedQuery, SearchQuery, TitleQuery } from './types.ts';

// What several parts of a page ask for is asked once per rendering: that is what `cache` of React does.

/** A page of titles. */
export const listTitles = (query: TitleQuery) => ask((options) => listAnime({ query, ...options }));

/** Everything the page of a title shows. */
export const getTitle = cache((idOrSlug: string) =>
  ask((options) => getAnime({ path: { idOrSlug }, ...options })),
);

/** Every genre with its number of titles. */
export const listGenres = cache(() => ask((options) => listAllGenres({ ...options })));

/** Every year with its seasons, newest first. */
export const listSeasons = cache(() => ask((options) => listAllSeasons({ ...options })));

/** A page of studios. */
export const listStudios = (query: NonNullable<ListStudiosData['query']>) =>
  ask((options) => listSomeStudios({ query, ...options }));

/** A studio with its number of titles. */
export const getStudio = cache((slug: string) =>
  ask((options) => getStudioBySlug({ path: { slug }, ...options })),
);

/** A franchise with its titles. */
export const getFranchise = cache((slug: string) =>
  ask((options) => getFranchiseBySlug({ path: { slug }, ...options })),
);

/** Titles most like one title, with what they share. */
export const listSimilar = cache((idOrSlug: string, limit: number) =>
  ask((options) => listSimilarAnime({ path: { idOrSlug }, query: { limit }, ...options })),
);

/** Of how many titles the catalogue knows what, and from whom. */
export const catalogueFacts = cache(() => ask((options) => getCatalogueFacts({ ...options })));

/** A page of titles by any of their names. */
export const searchTitles = (query: SearchQuery) => ask((options) => searchAnime({ query, ...options }));

/** Some title. */
export const randomTitle = () => ask((options) => pickRandomAnime({ ...options }));

/** The titles that came or changed last. */
export const catalogueFeed = (query: FeedQuery) => ask((options) => listFeed({ query, ...options }));

/** A page of the addresses that search engines may index. */
export const sitemapPage = (cursor: string | undefined) =>
  ask((options) => listSitemap({ query: { limit: SITEMAP_PAGE, ...(cursor && { cursor }) }, ...options }));

const SITEMAP_PAGE = 5_000;
