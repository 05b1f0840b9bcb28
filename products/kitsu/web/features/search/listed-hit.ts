import type { SearchHit } from '../../api/types.ts';
import { type ListedTitle, listed } from '../titles/listed-title.ts';

/** The part of a hit that the results show. */
export interface ListedHit extends ListedTitle {
  /** The name that the query met. */
  readonly matchedTitle: string;
}

/** Takes what the results show out of a hit. */
export function listedHit(hit: SearchHit): ListedHit {
  return { ...listed(hit, 'grid'), matchedTitle: hit.matchedTitle };
}
