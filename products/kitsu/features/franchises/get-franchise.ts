import { notFound } from '@seaworthy/platform/errors';
import type { Db } from '@seaworthy/platform/postgres';
import { readCards } from '../titles/index.ts';
import type { Franchise } from './contract.ts';
import { selectFranchise } from './queries.ts';

/**
 * A franchise with its listed titles in the order of their first broadcast. Two statements.
 *
 * @throws AppError `not_found` when there is none of that slug, or none of its titles is listed.
 */
export async function getFranchise(
  deps: { db: Db<unknown> },
  input: { slug: string; adult: boolean },
): Promise<Franchise> {
  const row = await selectFranchise(deps.db, input.slug, input.adult);
  if (row === undefined) throw notFound('There is no such franchise.');
  return { slug: row.slug, name: row.name, items: await readCards(deps, row.ids) };
}
