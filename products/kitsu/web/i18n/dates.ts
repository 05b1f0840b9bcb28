import type { Language } from './languages.ts';

// Apart from format.ts, which also runs in the browser, where these are not needed.
const FORMATTERS = { en: formattersOf('en'), ru: formattersOf('ru') };

function formattersOf(language: Language) {
  return {
    date: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }),
    languageNames: new Intl.DisplayNames(language, { type: 'language', languageDisplay: 'standard' }),
  };
}

/** The day of an ISO date or instant, in UTC, since that is how sources state broadcast dates. */
export function formatDate(language: Language, iso: string): string {
  return FORMATTERS[language].date.format(new Date(iso));
}

/** The name of a BCP 47 language in the reader's language, starting with a capital. */
export function languageName(language: Language, tag: string): string {
  const name = FORMATTERS[language].languageNames.of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
