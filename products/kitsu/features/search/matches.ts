import type { Correction } from './contract.ts';
import type { MatchRow } from './queries.ts';

/** The titles that one query can find at all: filters, facets and pages are of these. */
export const MATCHES_MAX = 500;

/** What is asked: `literal` takes the words as they stand, with nothing repaired. */
export interface MatchQuery {
  readonly q: string;
  readonly adult: boolean;
  readonly literal: boolean;
}

/** What a query means: titles, best first, and what had to be repaired to find them. */
export interface Matches {
  readonly titles: readonly MatchRow[];
  readonly correction: Correction | null;
  /** Whether there were more titles than can be found. */
  readonly isCut: boolean;
}
