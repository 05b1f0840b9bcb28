import { LANGUAGES, type Language } from '../i18n/languages.ts';

const LANGUAGE_KEY = 'kitsu.language';

/** Keeps the language of the interface that somebody chose in this browser. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // A browser that stores nothing is asked again on the next visit.
  }
}

/** The language that this browser's reader would like: the one chosen before, else the first that the browser names. */
export function wantedLanguage(): Language | undefined {
  const wanted = storedLanguage() ?? navigator.language.slice(0, 2);
  return LANGUAGES.find((language) => language === wanted);
}

function storedLanguage(): string | null {
  try {
    return localStorage.getItem(LANGUAGE_KEY);
  } catch {
    return null;
  }
}
