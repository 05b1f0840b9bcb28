import { LANGUAGES, localPath } from '../../i18n/languages.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A page of the site in all its languages. */
export interface SitemapEntry {
  /** Path without a language. */
  readonly page: string;
  /** ISO day of the last change, where known. */
  readonly updatedAt?: string;
}

/** A sitemap of pages; each language is an entry that names the others. */
export function urlSet(origin: string, entries: readonly SitemapEntry[]): Response {
  const urls = entries.flatMap(({ page, updatedAt }) => {
    const alternates = LANGUAGES.map(
      (language) =>
        `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeXml(origin + localPath(language, page))}"/>`,
    ).join('');
    const changed = updatedAt ? `<lastmod>${escapeXml(updatedAt)}</lastmod>` : '';
    return LANGUAGES.map(
      (language) =>
        `<url><loc>${escapeXml(origin + localPath(language, page))}</loc>${changed}${alternates}</url>`,
    );
  });
  return xml(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>`,
  );
}

/** A sitemap by its absolute address, and the last change in it where that is known. */
export interface SitemapRef {
  readonly address: string;
  readonly updatedAt: string | undefined;
}

/** An index of sitemaps. */
export function sitemapIndex(sitemaps: readonly SitemapRef[]): Response {
  const maps = sitemaps.map(({ address, updatedAt }) => {
    const changed = updatedAt ? `<lastmod>${escapeXml(updatedAt)}</lastmod>` : '';
    return `<sitemap><loc>${escapeXml(address)}</loc>${changed}</sitemap>`;
  });
  return xml(
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${maps.join('\n')}\n</sitemapindex>`,
  );
}

/** Search engines come back later when the catalogue does not answer. */
export function unavailable(): Response {
  return new Response(null, { status: 503, headers: { 'retry-after': '60' } });
}

function xml(body: string): Response {
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
}

/** A text as it stands between tags and in attributes. */
export function escapeXml(text: string): string {
  // XML has no way to write most control characters.
  return text.replace(CONTROL, '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
