import type { Language } from './languages.ts';

/** The languages in which a reader can have titles named. */
export const TITLE_LANGUAGES = ['romaji', 'english', 'japanese', 'russian'] as const;

/** One of {@link TITLE_LANGUAGES}. */
export type TitleLanguage = (typeof TITLE_LANGUAGES)[number];

/** The cookie that keeps the choice. The server renders by it, and the front door keeps a page for each of its values. */
export const TITLES_COOKIE = 'titles';

/** BCP 47 tags of the title languages, for `lang` attributes. */
export const TAG_OF: Readonly<Record<TitleLanguage, string>> = {
  romaji: 'ja-Latn',
  english: 'en',
  japanese: 'ja',
  russian: 'ru',
};

/** What a reader gets who never chose: the names of the interface's own language. */
export const DEFAULT_TITLES: Readonly<Record<Language, TitleLanguage>> = { en: 'english', ru: 'russian' };

/** The choice that a `Cookie` header carries; undefined when it has none or an unknown one. */
export function chosenTitles(cookies: string | undefined): TitleLanguage | undefined {
  const value = new RegExp(`(?:^|;\\s*)${TITLES_COOKIE}=([a-z]+)(?:;|$)`).exec(cookies ?? '')?.[1];
  return TITLE_LANGUAGES.find((language) => language === value);
}
