import type { Db } from '@seaworthy/platform/postgres';
import type { GenreList, ListGenresQuery } from './contract.ts';
import { countTitlesByGenre } from './queries.ts';

/** All genres that listed titles have, the most used first. */
export async function listGenres(deps: { db: Db<unknown> }, query: ListGenresQuery): Promise<GenreList> {
  return { items: await countTitlesByGenre(deps.db, query.adult) };
}
