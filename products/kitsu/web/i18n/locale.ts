import { renderScope } from '../server/render-scope.ts';
import { formatDate, languageName } from './dates.ts';
import { dictionaryOf } from './dictionary.ts';
import { formatCount, formatNumber, formatScore, type Plural } from './format.ts';
import { asLanguage, LANGUAGES, type Language, localPath } from './languages.ts';
import { DEFAULT_TITLES, TITLE_LANGUAGES, type TitleLanguage } from './title-languages.ts';
import type { Dictionary } from './translated.ts';

/** Everything a server component needs to speak to one reader. */
export interface Locale {
  readonly language: Language;
  /** The language in which titles are named. */
  readonly titles: TitleLanguage;
  readonly words: Dictionary;
  /** The URL of a page in this language. */
  href(path: string): string;
  number(value: number): string;
  score(value: number): string;
  /** The day of an ISO date or instant, in UTC. */
  date(iso: string): string;
  count(value: number, forms: Plural): string;
  languageName(tag: string): string;
}

const LOCALES = new Map(
  LANGUAGES.flatMap((language) =>
    TITLE_LANGUAGES.map((titles) => [`${language} ${titles}`, make(language, titles)]),
  ),
);

/** The locale of a page being rendered: the language of its `lang` route parameter, titles as the reader chose. */
export function localeOf(lang: string): Locale {
  const language = asLanguage(lang);
  const titles = renderScope().titles ?? DEFAULT_TITLES[language];
  return LOCALES.get(`${language} ${titles}`) ?? make(language, titles);
}

function make(language: Language, titles: TitleLanguage): Locale {
  return {
    language,
    titles,
    words: dictionaryOf(language),
    href: (path) => localPath(language, path),
    number: (value) => formatNumber(language, value),
    score: (value) => formatScore(language, value),
    date: (iso) => formatDate(language, iso),
    count: (value, forms) => formatCount(language, value, forms),
    languageName: (tag) => languageName(language, tag),
  };
}
