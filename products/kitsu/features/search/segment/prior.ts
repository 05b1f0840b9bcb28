import type { TitleKind } from '../../titles/contract.ts';
import type { TitleSource } from '../tables.ts';

/** How far a person's first thought is from titles of a kind, all else being equal. */
const KIND_COSTS: Readonly<Record<TitleKind, number>> = {
  tv: 0,
  movie: 0.04,
  ona: 0.05,
  ova: 0.09,
  unknown: 0.1,
  special: 0.14,
  music: 0.14,
};
/** A sequel or side story is meant less often than what it belongs to, unless the query says so. */
const FOLLOWER_COST = 0.1;
const INSTALLMENT_COST = 0.06;

/** Rankings of a whole catalogue, highest first: the scale on which a title's place is found. */
export type RankingScale = Float64Array<ArrayBuffer>;

/** The scale of a catalogue. */
export function rankingScale(rankings: readonly number[]): RankingScale {
  return Float64Array.from(rankings).sort().reverse();
}

/**
 * How likely a title is the one that is meant, up to 1, before any word of the query is looked at: by its place among
 * all titles rather than by its audience, so that stated and estimated audiences weigh alike. Places are spread like the
 * audiences of titles are, near to logarithmically (Zipf), with a linear part that tells the lower half apart.
 */
export function priorOf(title: TitleSource, isInstallment: boolean, scale: RankingScale): number {
  const place = placeOf(title.ranking, scale);
  const count = Math.max(scale.length, 2);
  const known = 0.75 * (1 - Math.log1p(place) / Math.log1p(count)) + 0.25 * (1 - place / count);
  const follower = title.is_head === false ? FOLLOWER_COST : 0;
  const cost = KIND_COSTS[title.kind] + follower + (isInstallment ? INSTALLMENT_COST : 0);
  return known - cost;
}

/** How many titles are better known. */
function placeOf(ranking: number, scale: RankingScale): number {
  let low = 0;
  let high = scale.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((scale[middle] as number) > ranking) low = middle + 1;
    else high = middle;
  }
  return low;
}
