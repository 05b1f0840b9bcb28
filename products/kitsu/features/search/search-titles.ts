import { type CardDeps, readCards } from '../titles/index.ts';
import type { SearchQuery, SearchResult } from './contract.ts';
import { matchTitles } from './match-titles.ts';

/** Titles that a query means, best first, each with the name that it met. Three statements at most. */
export async function searchTitles(deps: CardDeps, query: SearchQuery): Promise<SearchResult> {
  const matches = await matchTitles(deps.db, query);
  const cards = await readCards(
    deps,
    matches.map((match) => match.title_id),
  );
  const matchOf = new Map(matches.map((match) => [match.title_id, match]));
  return {
    items: cards.map((card) => ({
      ...card,
      matchedTitle: matchOf.get(card.id)?.name ?? card.title,
      match: matchOf.get(card.id)?.tier ?? 'near',
    })),
  };
}
