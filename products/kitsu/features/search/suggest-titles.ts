import type { CardDeps } from '../titles/index.ts';
import type { SearchQuery, SuggestionList } from './contract.ts';
import { searchTitles } from './search-titles.ts';

/** The few best titles for what a person has typed so far. */
export async function suggestTitles(deps: CardDeps, query: SearchQuery): Promise<SuggestionList> {
  const { items } = await searchTitles(deps, query);
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
  };
}
