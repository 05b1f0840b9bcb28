import type { Trait, TraitIndex } from './trait-index.ts';

/** A title that resembles another one, with what they share, the rarest first. */
export interface Likeness {
  readonly id: number;
  readonly shared: readonly Trait[];
}

/** Less than this in common is no reason to name a title: one of the commonest genres alone stays below it. */
const SHARED_MIN = 1.2;
/** log10 of the audience at which being known better says nothing more. */
const RANKING_MAX = 6;
/** Years after which nearness in time has worn off by two thirds. */
const YEARS_NEAR = 8;
const SAME_KIND = 1.1;

/**
 * The titles most like the one with this id. What two titles share weighs by its rarity (inverse document frequency), taken as
 * a part of all that either has (the cosine of their traits), and by how well known the other one is; a little more where they
 * are near in time or of one kind. Never the title itself or one of its franchise, and of any franchise only the one that fits best; since few sources state
 * franchises, titles whose names begin alike count as one. Ties go to the smaller id: the same catalogue gives the same answer. Nothing when the id is unknown or has no traits.
 */
export function findSimilar(
  index: TraitIndex,
  id: number,
  options: { readonly limit: number; readonly adult: boolean },
): Likeness[] {
  const self = placeOf(index, id);
  if (self === -1) return [];
  const mine = weightsOf(index, self);
  const found: Found[] = [];
  for (let place = 0; place < index.ids.length; place += 1) {
    if (place === self || (index.adult[place] === 1 && !options.adult)) continue;
    const franchise = index.franchises[place] ?? 0;
    if (franchise !== 0 && franchise === index.franchises[self]) continue;
    const stem = index.stems[place] ?? 0;
    if (stem === index.stems[self]) continue;
    const score = likeness(index, mine, self, place);
    if (score > 0) found.push({ place, score, franchise, stem });
  }
  found.sort((a, b) => b.score - a.score || a.place - b.place);
  return bestOfEachFranchise(found, options.limit).map(({ place }) => ({
    id: index.ids[place] ?? 0,
    shared: traitsAt(index, place)
      .filter((trait) => (mine.byTrait[trait] ?? 0) > 0)
      .flatMap((trait) => index.traits[trait] ?? [])
      .sort((a, b) => b.weight - a.weight),
  }));
}

interface Found {
  readonly place: number;
  readonly score: number;
  readonly franchise: number;
  readonly stem: number;
}

interface Weights {
  readonly byTrait: Float64Array;
  readonly total: number;
}

function bestOfEachFranchise(found: readonly Found[], limit: number): Found[] {
  const franchises = new Set<number>();
  const stems = new Set<number>();
  const best: Found[] = [];
  for (const one of found) {
    if (best.length === limit) break;
    if (stems.has(one.stem) || (one.franchise !== 0 && franchises.has(one.franchise))) continue;
    stems.add(one.stem);
    franchises.add(one.franchise);
    best.push(one);
  }
  return best;
}

function likeness(index: TraitIndex, mine: Weights, self: number, place: number): number {
  let shared = 0;
  let theirs = 0;
  for (let at = index.starts[place] ?? 0; at < (index.starts[place + 1] ?? 0); at += 1) {
    const trait = index.traitsOf[at] ?? 0;
    shared += mine.byTrait[trait] ?? 0;
    theirs += index.traits[trait]?.weight ?? 0;
  }
  if (shared < SHARED_MIN) return 0;
  const cosine = shared / Math.sqrt(mine.total * theirs);
  const audience = Math.min(1, (index.rankings[place] ?? 0) / (RANKING_MAX * 1000)) ** 2;
  const kind = index.kinds[place] === index.kinds[self] ? SAME_KIND : 1;
  return shared * cosine * audience * kind * nearness(index.years[self] ?? 0, index.years[place] ?? 0);
}

/** From 0.85 (far, or unknown) to 1.15 (the same year). */
function nearness(one: number, other: number): number {
  if (one === 0 || other === 0) return 0.85;
  return 0.85 + 0.3 * Math.exp(-Math.abs(one - other) / YEARS_NEAR);
}

function weightsOf(index: TraitIndex, place: number): Weights {
  const byTrait = new Float64Array(index.traits.length);
  let total = 0;
  for (const trait of traitsAt(index, place)) {
    const weight = index.traits[trait]?.weight ?? 0;
    byTrait[trait] = weight;
    total += weight;
  }
  return { byTrait, total };
}

function traitsAt(index: TraitIndex, place: number): number[] {
  return [...index.traitsOf.subarray(index.starts[place], index.starts[place + 1])];
}

/** Binary search, since titles are sorted by id. */
function placeOf({ ids }: TraitIndex, id: number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ids[middle] ?? 0;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
