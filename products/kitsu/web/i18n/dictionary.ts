import { about as aboutEn } from './en/about.ts';
import { account as accountEn } from './en/account.ts';
import { browse as browseEn } from './en/browse.ts';
import { entry as entryEn } from './en/entry.ts';
import { forms as formsEn } from './en/forms.ts';
import { palette as paletteEn } from './en/palette.ts';
import { site as siteEn } from './en/site.ts';
import { staff as staffEn } from './en/staff.ts';
import { titlePage as titlePageEn } from './en/title-page.ts';
import { titles as titlesEn } from './en/titles.ts';
import type { Language } from './languages.ts';
import { about as aboutRu } from './ru/about.ts';
import { account as accountRu } from './ru/account.ts';
import { browse as browseRu } from './ru/browse.ts';
import { entry as entryRu } from './ru/entry.ts';
import { forms as formsRu } from './ru/forms.ts';
import { palette as paletteRu } from './ru/palette.ts';
import { site as siteRu } from './ru/site.ts';
import { staff as staffRu } from './ru/staff.ts';
import { titlePage as titlePageRu } from './ru/title-page.ts';
import { titles as titlesRu } from './ru/titles.ts';
import type { Dictionary } from './translated.ts';

const DICTIONARIES: Readonly<Record<Language, Dictionary>> = {
  en: {
    site: siteEn,
    browse: browseEn,
    titles: titlesEn,
    palette: paletteEn,
    titlePage: titlePageEn,
    about: aboutEn,
    forms: formsEn,
    entry: entryEn,
    account: accountEn,
    staff: staffEn,
  },
  ru: {
    site: siteRu,
    browse: browseRu,
    titles: titlesRu,
    palette: paletteRu,
    titlePage: titlePageRu,
    about: aboutRu,
    forms: formsRu,
    entry: entryRu,
    account: accountRu,
    staff: staffRu,
  },
};

/** The texts of a language. */
export function dictionaryOf(language: Language): Dictionary {
  return DICTIONARIES[language];
}
