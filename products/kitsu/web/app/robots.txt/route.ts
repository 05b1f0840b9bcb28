import { renderScope } from '../../server/render-scope.ts';

export const dynamic = 'force-dynamic';

/**
 * Everything may be read but what has no pages. Results of searches may be read too: they ask not to be indexed, and who may not
 * read them never learns of that.
 */
export function GET(): Response {
  const lines = [
    'User-agent: *',
    'Disallow: /api/',
    'Disallow: /random',
    'Disallow: /ru/random',
    '',
    `Sitemap: ${renderScope().publicOrigin}/sitemap.xml`,
    '',
  ];
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
