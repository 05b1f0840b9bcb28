import type { Db } from '@seaworthy/platform/postgres';
import { inOtherLayout, normaliseName } from '../names/index.ts';
import type { Correction } from './contract.ts';
import { MATCHES_MAX, type Matches, type MatchQuery } from './matches.ts';
import { type MatchRow, selectDirectMatches, selectNearMatches } from './queries.ts';

/** Names that are merely like the query are looked for when fewer titles than this have it in them. */
const DIRECT_ENOUGH = 20;

/**
 * What a query means by the database alone, for as long as no index in memory can tell: exact names come before those
 * that begin with the query, then names with such a word, then names that are only like it; these are looked for when the
 * others are few. A query that nothing answers is read as typed in the wrong keyboard layout.
 */
export async function matchInSql(db: Db<unknown>, query: MatchQuery): Promise<Matches> {
  const { adult } = query;
  const asTyped = await direct(db, query);
  if (query.literal || asTyped.length >= DIRECT_ENOUGH) return toMatches(asTyped, null);
  const other = asTyped.length === 0 ? inOtherLayout(query.q) : null;
  const inOther = other === null ? [] : await direct(db, { q: other, adult });
  if (inOther.length > 0 && other !== null) {
    return toMatches(inOther, { query: other, reason: 'layout' });
  }
  const { words, compact } = normaliseName(query.q);
  if (compact === '') return toMatches([], null);
  const near = await selectNearMatches(db, {
    words,
    adult,
    limit: MATCHES_MAX - asTyped.length,
    except: asTyped.map((match) => match.title_id),
  });
  const [first] = near;
  const correction: Correction | null =
    asTyped.length === 0 && first !== undefined ? { query: first.name, reason: 'spelling' } : null;
  return toMatches([...asTyped, ...near], correction);
}

function toMatches(found: readonly MatchRow[], correction: Correction | null): Matches {
  return { titles: found.slice(0, MATCHES_MAX), correction, isCut: found.length > MATCHES_MAX };
}

async function direct(db: Db<unknown>, { q, adult }: { q: string; adult: boolean }): Promise<MatchRow[]> {
  const { words, compact } = normaliseName(q);
  return compact === '' ? [] : selectDirectMatches(db, { compact, words, adult, limit: MATCHES_MAX + 1 });
}
