import { notFound } from '@seaworthy/platform/errors';
import { type CardDeps, readCards } from '../titles/index.ts';
import { connectionsOf } from './connections.ts';
import type { Franchise } from './contract.ts';
import { selectFranchise, selectStatedRelations } from './queries.ts';
import { storyOrder } from './story-order.ts';

/**
 * A franchise with its listed titles in the order of their first broadcast, and what is stated about how they belong together.
 * Three statements.
 *
 * @throws AppError `not_found` when there is none of that slug, or none of its titles is listed.
 */
export async function getFranchise(
  deps: CardDeps,
  input: { slug: string; adult: boolean },
): Promise<Franchise> {
  const row = await selectFranchise(deps.db, input.slug, input.adult);
  if (row === undefined) throw notFound('There is no such franchise.');
  const connections = connectionsOf(await selectStatedRelations(deps.db, row.ids));
  return {
    slug: row.slug,
    name: row.name,
    items: await readCards(deps, row.ids),
    connections,
    storyOrder: storyOrder(row.ids, connections),
  };
}
