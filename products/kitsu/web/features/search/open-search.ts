import type { Locale } from '../../i18n/locale.ts';
import { escapeXml } from '../sitemap/xml.ts';

/** Path of the description without a language, and its media type. */
export const OPEN_SEARCH = {
  page: '/opensearch.xml',
  type: 'application/opensearchdescription+xml',
} as const;

/** Under which name a browser offers the search; the two languages are two searches. */
export function openSearchName({ words, language }: Locale): string {
  return language === 'en' ? words.site.name : `${words.site.name} (${words.site.languageName})`;
}

/** The OpenSearch 1.1 description of the search in a language. A name has room for 16 letters there. */
export function openSearchDescription(locale: Locale, origin: string): Response {
  const { browse } = locale.words;
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escapeXml(openSearchName(locale))}</ShortName>
<Description>${escapeXml(browse.search.startText)}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Language>${locale.language}</Language>
<Image type="image/svg+xml">${escapeXml(`${origin}/icon.svg`)}</Image>
<Url type="text/html" method="get" template="${escapeXml(`${origin}${locale.href('/search')}?q={searchTerms}`)}"/>
<Url type="${OPEN_SEARCH.type}" rel="self" template="${escapeXml(origin + locale.href(OPEN_SEARCH.page))}"/>
</OpenSearchDescription>
`;
  return new Response(body, { headers: { 'content-type': `${OPEN_SEARCH.type}; charset=utf-8` } });
}
