import { formatDate, languageName } from './dates.ts';
import { dictionaryOf } from './dictionary.ts';
import { formatCount, formatNumber, formatScore, type Plural } from './format.ts';
import { asLanguage, LANGUAGES, type Language, localPath } from './languages.ts';
import type { Dictionary } from './translated.ts';

/** Everything a server component needs to speak to one reader. */
export interface Locale {
  readonly language: Language;
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

const LOCALES = Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Readonly<
  Record<Language, Locale>
>;

/** The locale of a page, from its `lang` route parameter. */
export function localeOf(lang: string): Locale {
  return LOCALES[asLanguage(lang)];
}

function make(language: Language): Locale {
  return {
    language,
    words: dictionaryOf(language),
    href: (path) => localPath(language, path),
    number: (value) => formatNumber(language, value),
    score: (value) => formatScore(language, value),
    date: (iso) => formatDate(language, iso),
    count: (value, forms) => formatCount(language, value, forms),
    languageName: (tag) => languageName(language, tag),
  };
}
