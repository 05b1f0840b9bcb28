import type { CardDeps } from '../titles/index.ts';
import { matchInSql } from './match-in-sql.ts';
import type { Matches, MatchQuery } from './matches.ts';

/** Finds titles in memory; null when it cannot prove at the moment that it knows the present catalogue. */
export interface TitleIndex {
  match(query: MatchQuery): Promise<Matches | null>;
}

/** What searching needs. Without an index the database is asked. */
export type SearchDeps = CardDeps & { readonly index?: TitleIndex | undefined };

/** The door behind which titles are found: which titles a query means, best first. It always answers. */
export async function matchTitles(deps: SearchDeps, query: MatchQuery): Promise<Matches> {
  return (await deps.index?.match(query)) ?? (await matchInSql(deps.db, query));
}
