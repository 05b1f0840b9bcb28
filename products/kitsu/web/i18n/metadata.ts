import type { Metadata } from 'next';
import { LANGUAGES, localPath } from './languages.ts';
import type { Locale } from './locale.ts';

/** What a page says about itself to browsers, search engines and those who share its link. */
export interface PageFacts {
  /** The page's path without a language, with the part of the query that makes it another page. */
  readonly page: string;
  readonly title: string;
  readonly description: string;
  /** Address of a picture of 1200 by 630 pixels; the site's own when the page has none. */
  readonly picture?: string;
  /** What the page is about, in the terms of Open Graph. */
  readonly type?: 'website' | 'video.tv_show' | 'video.movie';
  /** Atom feeds of what the page shows, by path without a language. */
  readonly feeds?: readonly { readonly page: string; readonly title: string }[];
  /** False for pages that search engines should leave alone, such as filtered lists. */
  readonly index?: boolean;
}

/** As Open Graph writes languages. */
const OPEN_GRAPH_LOCALES = { en: 'en_US', ru: 'ru_RU' } as const;

/** Title, description, canonical address, the same page in the other languages, and what previews of its link show. */
export function pageMetadata(
  locale: Locale,
  { page, title, description, picture, type = 'website', feeds = [], index = true }: PageFacts,
): Metadata {
  const url = locale.href(page);
  const image = {
    url: picture ?? `/media/share/site/home-${locale.language}.png`,
    width: 1200,
    height: 630,
    alt: title,
    type: 'image/png',
  };
  const languages = Object.fromEntries(LANGUAGES.map((language) => [language, localPath(language, page)]));
  return {
    title,
    description,
    alternates: {
      canonical: url,
      languages: { ...languages, 'x-default': page },
      ...(feeds.length > 0 && {
        types: {
          'application/atom+xml': feeds.map((feed) => ({ url: locale.href(feed.page), title: feed.title })),
        },
      }),
    },
    openGraph: {
      title,
      description,
      url,
      siteName: locale.words.site.name,
      locale: OPEN_GRAPH_LOCALES[locale.language],
      alternateLocale: LANGUAGES.filter((language) => language !== locale.language).map(
        (language) => OPEN_GRAPH_LOCALES[language],
      ),
      type,
      images: [image],
    },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
    ...(!index && { robots: { index: false, follow: true } }),
  };
}
