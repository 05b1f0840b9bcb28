import { listGenres, listSeasons } from '../../../api/catalogue.ts';
import { unavailable, urlSet } from '../../../features/sitemap/xml.ts';
import { renderScope } from '../../../server/render-scope.ts';

export const dynamic = 'force-dynamic';

/** The sections, seasons and genres. */
export async function GET(): Promise<Response> {
  const [seasons, genres] = await Promise.all([listSeasons(), listGenres()]);
  if (!seasons.ok || !genres.ok) return unavailable();
  const pages = [
    '/',
    '/anime',
    '/seasons',
    '/genres',
    '/studios',
    '/about',
    ...genres.data.items.map(({ slug }) => `/genres/${slug}`),
    ...seasons.data.items.flatMap(({ year, seasons: parts }) =>
      parts.map(({ season }) => `/seasons/${year}/${season}`),
    ),
  ];
  return urlSet(
    renderScope().publicOrigin,
    pages.map((page) => ({ page })),
  );
}
