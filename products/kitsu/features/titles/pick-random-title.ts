import { notFound } from '@seaworthy/platform/errors';
import { type CardDeps, toCard } from './card.ts';
import type { TitleCard } from './contract.ts';
import { selectCards, selectRandomId } from './queries.ts';

/**
 * Some listed title, another one each time; never one for adults.
 *
 * @throws AppError `not_found` while the catalogue is empty.
 */
export async function pickRandomTitle(deps: CardDeps): Promise<TitleCard> {
  const id = await selectRandomId(deps.db);
  const [row] = id === undefined ? [] : await selectCards(deps.db, [id]);
  if (row === undefined) throw notFound('The catalogue is empty.');
  return toCard(deps, row);
}
