import { cache } from 'react';
import { type Answer, ask } from './server.ts';
import type {
  Franchise,
  GenreItem,
  SearchHit,
  SeasonList,
  StudioList,
  TitleDetail,
  TitleList,
  TitleQuery,
} from './types.ts';

/** A page of titles. */
export function listTitles(query: TitleQuery): Promise<Answer<TitleList>> {
  return ask('/anime', { ...query });
}

/** Everything the page of a title shows; asked once per rendering however many parts of the page need it. */
export const getTitle = cache(
  (idOrSlug: string): Promise<Answer<TitleDetail>> => ask(`/anime/${encodeURIComponent(idOrSlug)}`),
);

export const listGenres = cache((): Promise<Answer<{ items: GenreItem[] }>> => ask('/genres'));

export const listSeasons = cache((): Promise<Answer<SeasonList>> => ask('/seasons'));

export const listStudios = cache(
  (q: string | undefined, sort: 'titles' | 'name', cursor: string | undefined): Promise<Answer<StudioList>> =>
    ask('/studios', { q, sort, cursor, limit: 120 }),
);

export const getFranchise = cache(
  (slug: string): Promise<Answer<Franchise>> => ask(`/franchises/${encodeURIComponent(slug)}`),
);

export function searchTitles(q: string): Promise<Answer<{ items: SearchHit[] }>> {
  return ask('/search/anime', { q, limit: 40 });
}

export function randomTitle(): Promise<Answer<{ slug: string }>> {
  return ask('/anime/random');
}

export function sitemapPage(
  cursor: string | undefined,
): Promise<Answer<{ items: { slug: string; updatedAt: string }[]; nextCursor: string | null }>> {
  return ask('/sitemap', { cursor, limit: 5000 });
}
