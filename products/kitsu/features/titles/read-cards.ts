import { type CardDeps, toCard } from './card.ts';
import type { TitleCard } from './contract.ts';
import { selectCards } from './queries.ts';

/** The cards of the listed ones among `ids`, in the order of `ids`, in one statement. */
export async function readCards(deps: CardDeps, ids: readonly number[]): Promise<TitleCard[]> {
  return (await selectCards(deps.db, ids)).map((row) => toCard(deps, row));
}
