import { browse as browseEn } from './en/browse.ts';
import { site as siteEn } from './en/site.ts';
import { titles as titlesEn } from './en/titles.ts';
import type { Plural } from './format.ts';
import type { Language } from './languages.ts';
import { browse as browseRu } from './ru/browse.ts';
import { site as siteRu } from './ru/site.ts';
import { titles as titlesRu } from './ru/titles.ts';

/** The shape of a dictionary: the English one, with any text and the plural forms of any language. */
export type Translated<T> = T extends string
  ? string
  : T extends readonly string[]
    ? readonly string[]
    : T extends { readonly one: string; readonly other: string }
      ? Plural
      : { readonly [K in keyof T]: Translated<T[K]> };

/** Every text of the interface. */
export interface Dictionary {
  readonly site: Translated<typeof siteEn>;
  readonly browse: Translated<typeof browseEn>;
  readonly titles: Translated<typeof titlesEn>;
}

const DICTIONARIES: Readonly<Record<Language, Dictionary>> = {
  en: { site: siteEn, browse: browseEn, titles: titlesEn },
  ru: { site: siteRu, browse: browseRu, titles: titlesRu },
};

/** The texts of a language. */
export function dictionaryOf(language: Language): Dictionary {
  return DICTIONARIES[language];
}
