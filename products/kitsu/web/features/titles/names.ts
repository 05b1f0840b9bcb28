import type { TitleCard } from '../../api/types.ts';
import type { Language } from '../../i18n/languages.ts';
import { DEFAULT_TITLES, TAG_OF, TITLE_LANGUAGES, type TitleLanguage } from '../../i18n/title-languages.ts';

/** A name and the language that a screen reader should read it in; undefined where it is not known. */
export interface Named {
  readonly text: string;
  readonly lang: string | undefined;
}

/** Who reads: the language of the interface, and the one in which titles are to be named. */
export interface NameReader {
  readonly language: Language;
  readonly titles: TitleLanguage;
}

/**
 * The name to show first, and a second one that tells something else. First is the name in the chosen language, or the
 * main name where there is none. Second is the main name, else the one in the language of the interface, else the
 * English one: whichever is not the first name again in another spelling.
 */
export function displayNames(
  { title, titles }: Pick<TitleCard, 'title' | 'titles'>,
  reader: NameReader,
): { readonly first: Named; readonly second: Named | undefined } {
  const main: Named = { text: title, lang: languageOf(title, titles) };
  const named = (language: TitleLanguage): Named | undefined => {
    const text = titles[language];
    // What is the main name already is not shown as if it were another one that is spelt alike.
    return text === null || sameName(text, title) ? undefined : { text, lang: TAG_OF[language] };
  };
  const first = named(reader.titles) ?? main;
  const second = [main, named(DEFAULT_TITLES[reader.language]), named('english')].find(
    (other) => other !== undefined && !sameName(other.text, first.text),
  );
  return { first, second };
}

function languageOf(title: string, titles: TitleCard['titles']): string | undefined {
  const known = SPELT.find((language) => sameName(titles[language] ?? '', title));
  return known && TAG_OF[known];
}

/** English before romaji: a name that is both is read as English. */
const SPELT = TITLE_LANGUAGES.toSorted(
  (one, other) => Number(other === 'english') - Number(one === 'english'),
);

const SPELLING = new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: true });

function sameName(one: string, other: string): boolean {
  return SPELLING.compare(one, other) === 0;
}
