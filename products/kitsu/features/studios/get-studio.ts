import { notFound } from '@seaworthy/platform/errors';
import type { Db } from '@seaworthy/platform/postgres';
import type { StudioItem } from './contract.ts';
import { selectStudio } from './queries.ts';

/**
 * A studio or producer with the number of its listed titles.
 *
 * @throws AppError `not_found` when there is none of that slug, or none of its titles is listed.
 */
export async function getStudio(
  deps: { db: Db<unknown> },
  input: { slug: string; adult: boolean },
): Promise<StudioItem> {
  const studio = await selectStudio(deps.db, input.slug, input.adult);
  if (studio === undefined) throw notFound('There is no such studio.');
  return studio;
}
