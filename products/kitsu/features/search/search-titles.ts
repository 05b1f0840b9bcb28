import { hash } from 'node:crypto';
import { decodeCursor, encodeCursor } from '@seaworthy/platform/pagination';
import { z } from 'zod';
import { type CardDeps, countAmong, filterAmong, readCards } from '../titles/index.ts';
import type { SearchQuery, SearchResult } from './contract.ts';
import { matchTitles, type SearchDeps } from './match-titles.ts';
import type { MatchRow } from './queries.ts';

type SearchFilter = Omit<SearchQuery, 'q' | 'literal' | 'limit' | 'cursor' | 'total' | 'facets'>;

/** The last title of a page: its place, and its id in case that others came or went before it meanwhile. */
const pagePoint = z.strictObject({ place: z.int().min(0), id: z.int() });

/**
 * One page of the titles that a query means, best first, each with the name that it met. The filters choose among the
 * best 500 for the words. At most two statements besides those of the search itself.
 *
 * @throws AppError `invalid_input` for a cursor that another query gave out.
 */
export async function searchTitles(deps: SearchDeps, query: SearchQuery): Promise<SearchResult> {
  const order = `search ${hash('sha256', `${query.literal} ${query.q}`, 'base64url').slice(0, 8)}`;
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, order, pagePoint);
  const { titles, correction, isCut } = await matchTitles(deps, query);
  const found = titles.map((match) => match.title_id);
  const { q, literal, limit, cursor, total, facets, ...filter } = query;
  const left = isNarrowing(filter) ? await filterAmong(deps, found, filter) : found;
  const start = after === null ? 0 : placeAfter(left, after);
  const end = start + limit;
  const last = left.length > end ? left[end - 1] : undefined;
  return {
    items: await toHits(deps, titles, left.slice(start, end)),
    nextCursor: last === undefined ? null : encodeCursor(order, { place: end - 1, id: last }),
    ...(facets && (await countAmong(deps, found, filter))),
    ...(total && { total: left.length }),
    isCut,
    correction,
  };
}

function isNarrowing({ adult, airing, studioName, ...filters }: SearchFilter): boolean {
  return airing || Object.values(filters).some((value) => value !== undefined);
}

function placeAfter(ids: readonly number[], after: z.infer<typeof pagePoint>): number {
  const place = ids.indexOf(after.id);
  return (place === -1 ? after.place - 1 : place) + 1;
}

async function toHits(
  deps: CardDeps,
  matches: readonly MatchRow[],
  ids: readonly number[],
): Promise<SearchResult['items']> {
  const matchOf = new Map(matches.map((match) => [match.title_id, match]));
  return (await readCards(deps, ids)).map((card) => ({
    ...card,
    matchedTitle: matchOf.get(card.id)?.name ?? card.title,
    match: matchOf.get(card.id)?.tier ?? 'near',
  }));
}
