import type { Db } from '@seaworthy/platform/postgres';
import type { ListSeasonsQuery, SeasonList } from './contract.ts';
import { countTitlesBySeason } from './queries.ts';

/** All years and seasons that have listed titles, newest first. */
export async function listSeasons(deps: { db: Db<unknown> }, query: ListSeasonsQuery): Promise<SeasonList> {
  return { items: await countTitlesBySeason(deps.db, query.adult) };
}
