import { type SuggestionList, type SuggestionQuery, searchQuery } from './contract.ts';
import type { SearchDeps } from './match-titles.ts';
import { searchTitles } from './search-titles.ts';

/** The few best titles for what a person has typed so far. */
export async function suggestTitles(deps: SearchDeps, query: SuggestionQuery): Promise<SuggestionList> {
  const { items, correction } = await searchTitles(deps, searchQuery.parse(query));
  return {
    items: items.map(({ id, slug, title, titles, matchedTitle, kind, year, poster }) => ({
      id,
      slug,
      title,
      titles,
      matchedTitle,
      kind,
      year,
      poster,
    })),
    correction,
  };
}
