/** The interface languages. English is the default and has no prefix in the URL. */
export const LANGUAGES = ['en', 'ru'] as const;

/** One of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

/** Narrows a route parameter; anything unknown is read as English. */
export function asLanguage(value: string): Language {
  return LANGUAGES.find((language) => language === value) ?? 'en';
}

/** The URL path of a page in a language; `path` starts with a slash and has no language in front. */
export function localPath(language: Language, path: string): string {
  if (language === 'en') return path;
  return path === '/' ? `/${language}` : `/${language}${path}`;
}

/** The page that a URL path shows, without its language; the inverse of {@link localPath}. */
export function pageOf(pathname: string): string {
  const match = /^\/(?:en|ru)(\/.*)?$/.exec(pathname);
  return match ? (match[1] ?? '/') : pathname;
}
