import type { Db } from '@seaworthy/platform/postgres';
import { toCard } from './card.ts';
import type { TitleCard } from './contract.ts';
import { selectCards } from './queries.ts';

/** The cards of the listed ones among `ids`, in the order of `ids`, in one statement. */
export async function readCards(deps: { db: Db<unknown> }, ids: readonly number[]): Promise<TitleCard[]> {
  return (await selectCards(deps.db, ids)).map(toCard);
}
