import { sitemapPage } from '../../api/catalogue.ts';
import { sitemapIndex, unavailable } from '../../features/sitemap/xml.ts';
import { renderScope } from '../../server/render-scope.ts';

export const dynamic = 'force-dynamic';

/** The index: one sitemap of the fixed pages, and one per page of titles that the API gives out. */
export async function GET(): Promise<Response> {
  const { publicOrigin } = renderScope();
  const addresses = [`${publicOrigin}/sitemaps/pages.xml`, `${publicOrigin}/sitemaps/titles.xml`];
  let cursor: string | null | undefined;
  do {
    const answer = await sitemapPage(cursor ?? undefined);
    if (!answer.ok) return unavailable();
    cursor = answer.data.nextCursor;
    if (cursor) addresses.push(`${publicOrigin}/sitemaps/titles.xml?${new URLSearchParams({ cursor })}`);
  } while (cursor);
  return sitemapIndex(addresses);
}
