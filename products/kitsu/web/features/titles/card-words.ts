import type { Plural } from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { TitleLanguage } from '../../i18n/title-languages.ts';

/** What a title in a list needs of the dictionary: small and serialisable, since lists also grow in the browser. */
export interface CardWords {
  readonly language: Language;
  /** The language in which titles are named. */
  readonly titles: TitleLanguage;
  readonly kind: Readonly<Record<string, string>>;
  readonly seasonOf: Readonly<Record<string, string>>;
  readonly airing: string;
  readonly upcoming: string;
  readonly episodes: Plural;
  readonly score: string;
}

/** The words of a locale's title cards. */
export function cardWords({ language, titles, words }: Locale): CardWords {
  const { kindShort, seasonOf, status, episodesShort, score } = words.titles;
  return {
    language,
    titles,
    kind: kindShort,
    seasonOf,
    airing: status.airing,
    upcoming: status.upcoming,
    episodes: episodesShort,
    score,
  };
}
