import { sitemapPage } from '../../api/catalogue.ts';
import { type SitemapRef, sitemapIndex, unavailable } from '../../features/sitemap/xml.ts';
import { renderScope } from '../../server/render-scope.ts';

export const dynamic = 'force-dynamic';

/** The index: one sitemap of the fixed pages, and one per page of titles that the API gives out, with its last change. */
export async function GET(): Promise<Response> {
  const { publicOrigin } = renderScope();
  const sitemaps: SitemapRef[] = [{ address: `${publicOrigin}/sitemaps/pages.xml`, updatedAt: undefined }];
  let cursor: string | undefined;
  do {
    const answer = await sitemapPage(cursor);
    if (!answer.ok) return unavailable();
    const { items, nextCursor } = answer.data;
    const query = cursor ? `?${new URLSearchParams({ cursor })}` : '';
    sitemaps.push({
      address: `${publicOrigin}/sitemaps/titles.xml${query}`,
      updatedAt: items
        .map(({ updatedAt }) => updatedAt)
        .sort()
        .at(-1),
    });
    cursor = nextCursor ?? undefined;
  } while (cursor);
  return sitemapIndex(sitemaps);
}
