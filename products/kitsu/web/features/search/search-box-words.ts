import type { Language } from '../../i18n/languages.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { TitleLanguage } from '../../i18n/title-languages.ts';

/** What the search box and its palette need of the page; the palette's own words come with its code. */
export interface SearchBoxWords {
  readonly language: Language;
  /** The language in which titles are named. */
  readonly titles: TitleLanguage;
  readonly label: string;
  readonly placeholder: string;
  readonly submit: string;
  readonly kind: Readonly<Record<string, string>>;
}

/** The words of a locale's search box. */
export function searchBoxWords({ language, titles, words }: Locale): SearchBoxWords {
  return { language, titles, ...words.site.search, kind: words.titles.kindShort };
}
