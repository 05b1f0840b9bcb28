import type { Db } from '@seaworthy/platform/postgres';
import { normaliseName } from '../names/index.ts';
import { type MatchRow, selectDirectMatches, selectNearMatches } from './queries.ts';

/**
 * The door behind which titles are found: which titles a query means, best first. Exact names come before those that
 * begin with the query, then names with such a word, then names that are only like it; these are looked for when the
 * others leave room.
 */
export async function matchTitles(
  db: Db<unknown>,
  query: { q: string; adult: boolean; limit: number },
): Promise<MatchRow[]> {
  const { words, compact } = normaliseName(query.q);
  if (compact === '') return [];
  const { adult, limit } = query;
  const direct = await selectDirectMatches(db, { compact, words, adult, limit });
  if (direct.length >= limit) return direct;
  const near = await selectNearMatches(db, {
    words,
    adult,
    limit: limit - direct.length,
    except: direct.map((match) => match.title_id),
  });
  return [...direct, ...near];
}
