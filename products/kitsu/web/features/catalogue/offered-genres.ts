import { listGenres } from '../../api/catalogue.ts';
import type { GenreItem, TitleFacets } from '../../api/types.ts';
import type { Filters } from './filters.ts';

/**
 * The genres to offer: those that would leave something, and those that are chosen although they leave nothing (an
 * excluded genre never does). Their names come from the vocabulary, which is asked for in this case only.
 */
export async function offeredGenres(filters: Filters, facets: TitleFacets): Promise<readonly GenreItem[]> {
  const counted = new Set(facets.genre.map(({ slug }) => slug));
  const missing = [...filters.genre, ...filters.genreNot].filter((slug) => !counted.has(slug));
  if (missing.length === 0) return facets.genre;
  const answer = await listGenres();
  const known = answer.ok ? answer.data.items : [];
  return [
    ...facets.genre,
    ...missing.map((slug) => ({ ...(known.find((one) => one.slug === slug) ?? unknown(slug)), count: 0 })),
  ];
}

function unknown(slug: string): GenreItem {
  return { slug, kind: 'tag', name: { en: slug, ru: null }, count: 0 };
}
