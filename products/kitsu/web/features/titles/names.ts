import type { TitleCard } from '../../api/types.ts';
import type { Language } from '../../i18n/languages.ts';

/** A name and the language that a screen reader should read it in; undefined where it is not known. */
export interface Named {
  readonly text: string;
  readonly lang: string | undefined;
}

/** The name to show first, and the main name when that is another one. */
export function displayNames(
  { title, titles }: Pick<TitleCard, 'title' | 'titles'>,
  language: Language,
): { readonly first: Named; readonly second: Named | undefined } {
  const main: Named = { text: title, lang: title === titles.english ? 'en' : mainLanguage(title, titles) };
  const local = language === 'ru' ? titles.russian : titles.english;
  if (local === null || sameName(local, title)) return { first: main, second: undefined };
  return { first: { text: local, lang: language }, second: main };
}

function mainLanguage(title: string, titles: TitleCard['titles']): string | undefined {
  if (title === titles.romaji) return 'ja-Latn';
  if (title === titles.japanese) return 'ja';
  return title === titles.russian ? 'ru' : undefined;
}

function sameName(one: string, other: string): boolean {
  return one.localeCompare(other, 'en', { sensitivity: 'base', ignorePunctuation: true }) === 0;
}
