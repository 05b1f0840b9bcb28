import { type CardDeps, readCards } from '../titles/index.ts';
import type { Feed, FeedQuery } from './contract.ts';
import { selectFeedRows } from './queries.ts';

/** The latest titles, in two statements however many there are. */
export async function listFeed(deps: CardDeps, query: FeedQuery): Promise<Feed> {
  const rows = await selectFeedRows(deps.db, query);
  const cards = await readCards(
    deps,
    rows.map(({ id }) => id),
  );
  const byId = new Map(cards.map((card) => [card.id, card]));
  return {
    // A title may leave the catalogue between the two statements.
    items: rows.flatMap((row) => {
      const title = byId.get(row.id);
      if (title === undefined) return [];
      const { descriptions, created_at: created, updated_at: updated } = row;
      return { title, descriptions, createdAt: created.toISOString(), updatedAt: updated.toISOString() };
    }),
  };
}
