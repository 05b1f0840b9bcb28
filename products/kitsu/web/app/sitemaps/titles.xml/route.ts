import { sitemapPage } from '../../../api/catalogue.ts';
import { unavailable, urlSet } from '../../../features/sitemap/xml.ts';
import { renderScope } from '../../../server/render-scope.ts';

export const dynamic = 'force-dynamic';

/** One page of titles, from the cursor that the index names. */
export async function GET(request: Request): Promise<Response> {
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const answer = await sitemapPage(cursor);
  if (!answer.ok) return answer.problem === 'invalid' ? new Response(null, { status: 404 }) : unavailable();
  const entries = answer.data.items.map(({ slug, updatedAt }) => ({ page: `/anime/${slug}`, updatedAt }));
  return urlSet(renderScope().publicOrigin, entries);
}
