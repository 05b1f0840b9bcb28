import { renderScope } from '../../server/render-scope.ts';

export const dynamic = 'force-dynamic';

/** Everything may be read; endless and empty pages need no visit. */
export function GET(): Response {
  const lines = [
    'User-agent: *',
    'Disallow: /api/',
    'Disallow: /random',
    'Disallow: /ru/random',
    'Disallow: /search',
    'Disallow: /ru/search',
    '',
    `Sitemap: ${renderScope().publicOrigin}/sitemap.xml`,
    '',
  ];
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
