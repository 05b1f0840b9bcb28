import { catalogueFeed } from '../../api/catalogue.ts';
import type { FeedItem, FeedQuery } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { renderScope } from '../../server/render-scope.ts';
import { escapeXml, unavailable } from '../sitemap/xml.ts';
import { airedText } from '../titles/card-facts.tsx';
import { cardWords } from '../titles/card-words.ts';
import { describe } from '../titles/description.ts';
import { displayNames } from '../titles/names.ts';

interface FeedFacts {
  readonly title: string;
  /** Paths without a language: of the feed itself, and of the page that shows the same. */
  readonly self: string;
  readonly page: string;
  readonly query: FeedQuery;
}

/**
 * An Atom feed (RFC 4287) of the titles that the API answers with. A reader that comes while the API does not answer is
 * told to come back.
 */
export async function atomFeed(locale: Locale, facts: FeedFacts): Promise<Response> {
  const answer = await catalogueFeed(facts.query);
  if (!answer.ok) return answer.problem === 'invalid' ? new Response(null, { status: 404 }) : unavailable();
  // The front door tags it, keeps it while nothing has changed, and answers 304 to who has it already.
  return new Response(feedXml(locale, facts, answer.data.items), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
}

function feedXml(locale: Locale, { title, self, page }: FeedFacts, items: readonly FeedItem[]): string {
  const { publicOrigin } = renderScope();
  const url = (path: string) => escapeXml(publicOrigin + locale.href(path));
  const latest = items
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale.language}">`,
    `<id>${url(self)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    // A feed without entries has never changed; the format wants a moment all the same.
    `<updated>${latest ?? '1970-01-01T00:00:00Z'}</updated>`,
    `<author><name>${escapeXml(locale.words.site.name)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${url(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${url(page)}"/>`,
    ...items.map((item) => entryXml(locale, item, url)),
    '</feed>',
    '',
  ].join('\n');
}

function entryXml(locale: Locale, item: FeedItem, url: (path: string) => string): string {
  const { title } = item;
  const { first, second } = displayNames(title, locale);
  const words = cardWords(locale);
  const facts = [second?.text, words.kind[title.kind], airedText(title, words)].filter(Boolean).join(' · ');
  const about = describe(item, locale.language);
  return [
    '<entry>',
    // The number stays when the address of a title changes; it leads there as well.
    `<id>${escapeXml(renderScope().publicOrigin)}/anime/${title.id}</id>`,
    `<title>${escapeXml(first.text)}</title>`,
    `<published>${item.createdAt}</published>`,
    `<updated>${item.updatedAt}</updated>`,
    `<link rel="alternate" type="text/html" href="${url(`/anime/${title.slug}`)}"/>`,
    ...title.genres.map(
      ({ slug, name }) =>
        `<category term="${slug}" label="${escapeXml((locale.language === 'ru' ? name.ru : null) ?? name.en)}"/>`,
    ),
    `<summary>${escapeXml([facts, about?.text].filter(Boolean).join('\n\n'))}</summary>`,
    '</entry>',
  ].join('');
}

/** The feeds of the whole catalogue. */
export function catalogueFeeds(locale: Locale) {
  const { feeds } = locale.words.browse;
  return [
    { page: '/feeds/new.xml', title: feeds.new },
    { page: '/feeds/updated.xml', title: feeds.updated },
  ] as const;
}

/** The feed of a season, named after it. */
export function seasonFeed(locale: Locale, year: number, season: string, name: string) {
  const title = fill(locale.words.browse.feeds.season, { season: name });
  return { page: `/feeds/seasons/${year}/${season}`, title };
}
