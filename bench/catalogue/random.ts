/** A reproducible source of choices. */
export interface Random {
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number;
  chance(probability: number): boolean;
  /** One of the items, evenly. */
  pick<T>(items: readonly T[]): T;
  /** So many different items, in the order of the list. */
  some<T>(items: readonly T[], count: number): T[];
}

/** Mulberry32: the same seed gives the same sequence on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number) => Math.floor(next() * end);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  };
  return {
    below,
    chance: (probability) => next() < probability,
    pick,
    some: (items, count) => {
      const places = new Set<number>();
      while (places.size < Math.min(count, items.length)) places.add(below(items.length));
      return items.filter((_, place) => places.has(place));
    },
  };
}
