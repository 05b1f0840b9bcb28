import type { Metadata } from 'next';
import { LANGUAGES, localPath } from './languages.ts';
import type { Locale } from './locale.ts';

/** What a page says about itself to browsers, search engines and those who share its link. */
export interface PageFacts {
  /** The page's path without a language, with the part of the query that makes it another page. */
  readonly page: string;
  readonly title: string;
  readonly description: string;
  /** False for pages that search engines should leave alone, such as filtered lists. */
  readonly index?: boolean;
}

/** Title, description, canonical address, the same page in the other languages, and Open Graph basics. */
export function pageMetadata(
  locale: Locale,
  { page, title, description, index = true }: PageFacts,
): Metadata {
  const url = locale.href(page);
  const languages = Object.fromEntries(LANGUAGES.map((language) => [language, localPath(language, page)]));
  return {
    title,
    description,
    alternates: { canonical: url, languages: { ...languages, 'x-default': page } },
    openGraph: {
      title,
      description,
      url,
      siteName: locale.words.site.name,
      locale: locale.language,
      type: 'website',
    },
    ...(!index && { robots: { index: false, follow: true } }),
  };
}
