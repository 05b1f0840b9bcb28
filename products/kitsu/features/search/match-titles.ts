import type { Db } from '@seaworthy/platform/postgres';
import { inOtherLayout, normaliseName } from '../names/index.ts';
import type { Correction } from './contract.ts';
import { type MatchRow, selectDirectMatches, selectNearMatches } from './queries.ts';

/** The titles that one query can find at all: filters, facets and pages are of these. */
export const MATCHES_MAX = 500;

/** Names that are merely like the query are looked for when fewer titles than this have it in them. */
const DIRECT_ENOUGH = 20;

/** What a query means: titles, best first, and what had to be repaired to find them. */
export interface Matches {
  readonly titles: readonly MatchRow[];
  readonly correction: Correction | null;
}

/**
 * The door behind which titles are found: which titles a query means, best first. Exact names come before those that
 * begin with the query, then names with such a word, then names that are only like it; these are looked for when the
 * others are few. A query that nothing answers is read as typed in the wrong keyboard layout.
 */
export async function matchTitles(db: Db<unknown>, query: { q: string; adult: boolean }): Promise<Matches> {
  const { adult } = query;
  const asTyped = await direct(db, query);
  if (asTyped.length >= DIRECT_ENOUGH) return { titles: asTyped, correction: null };
  const other = asTyped.length === 0 ? inOtherLayout(query.q) : null;
  const inOther = other === null ? [] : await direct(db, { q: other, adult });
  if (inOther.length > 0 && other !== null) {
    return { titles: inOther, correction: { query: other, reason: 'layout' } };
  }
  const { words, compact } = normaliseName(query.q);
  if (compact === '') return { titles: [], correction: null };
  const near = await selectNearMatches(db, {
    words,
    adult,
    limit: MATCHES_MAX - asTyped.length,
    except: asTyped.map((match) => match.title_id),
  });
  const [first] = near;
  const correction: Correction | null =
    asTyped.length === 0 && first !== undefined ? { query: first.name, reason: 'spelling' } : null;
  return { titles: [...asTyped, ...near], correction };
}

async function direct(db: Db<unknown>, { q, adult }: { q: string; adult: boolean }): Promise<MatchRow[]> {
  const { words, compact } = normaliseName(q);
  return compact === '' ? [] : selectDirectMatches(db, { compact, words, adult, limit: MATCHES_MAX });
}
