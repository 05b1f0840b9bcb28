import type { Suggestion, SuggestionList } from '../../api/types.ts';
import { type Language, localPath } from '../../i18n/languages.ts';
import { displayNames } from '../titles/names.ts';
import type { RecentSearch } from './recent-searches.ts';
import { resultsHref } from './results-href.ts';
import type { SearchBoxWords } from './search-box-words.ts';
import { WAYS, type Way } from './ways.ts';

interface Choice {
  /** The same for the same choice from one answer to the next. */
  readonly key: string;
  readonly href: string;
  /** What choosing it leaves among the recent searches. */
  readonly remember?: RecentSearch;
}

/** One line of the palette that can be chosen. */
export type PaletteOption = Choice &
  (
    | { readonly kind: 'title'; readonly suggestion: Suggestion }
    | { readonly kind: 'all' }
    | { readonly kind: 'literal' }
    | { readonly kind: 'recent'; readonly recent: RecentSearch }
    | { readonly kind: 'way'; readonly way: Way }
  );

/** While nothing is typed: the recent searches, then the ways into the catalogue. */
export function startOptions(language: Language, recents: readonly RecentSearch[]): readonly PaletteOption[] {
  return [
    ...recents.map((recent) => ({
      kind: 'recent' as const,
      key: `recent ${recent.slug ?? ''} ${recent.text}`,
      href: recentHref(language, recent),
      remember: recent,
      recent,
    })),
    ...WAYS.map((way) => ({
      kind: 'way' as const,
      key: `way ${way.name}`,
      href: localPath(language, way.page),
      way,
    })),
  ];
}

/** For a query: the suggested titles, then the way to all results, and where it was repaired to those of the query as typed. */
export function queryOptions(
  words: SearchBoxWords,
  action: string,
  q: string,
  { items, correction }: Pick<SuggestionList, 'items' | 'correction'>,
): readonly PaletteOption[] {
  return [
    ...items.map((suggestion) => ({
      kind: 'title' as const,
      key: `title ${suggestion.id}`,
      href: localPath(words.language, `/anime/${suggestion.slug}`),
      remember: { text: displayNames(suggestion, words).first.text, slug: suggestion.slug },
      suggestion,
    })),
    { kind: 'all', key: 'all', href: resultsHref(action, q), remember: { text: q } },
    ...(correction === null
      ? []
      : [{ kind: 'literal' as const, key: 'literal', href: `${resultsHref(action, q)}&literal=true` }]),
  ];
}

/** Where a recent search leads: to its title, or to its results. */
export function recentHref(language: Language, { text, slug }: RecentSearch): string {
  return slug === undefined
    ? resultsHref(localPath(language, '/search'), text)
    : localPath(language, `/anime/${slug}`);
}
