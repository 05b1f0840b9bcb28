/** A reproducible source of choices: the same key gives the same sequence on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A number in [min, max). */
  between(min: number, max: number): number;
  /** A whole number in [min, max], both included. */
  int(min: number, max: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of the items, evenly. Throws RangeError on an empty list. */
  pick<T>(items: readonly T[]): T;
  /** One of the items, in proportion to its weight; weights of zero or less are never chosen. */
  weighted<T>(items: readonly T[], weightOf: (item: T) => number): T;
}

/** FNV-1a, 32 bits: enough to spread neighbouring title ids far apart. */
function hash(text: string, basis: number): number {
  let value = basis;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** sfc32: small, fast, and passes the statistical batteries that matter for drawing. */
function sfc32(a: number, b: number, c: number): () => number {
  let counter = 1;
  const step = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 12; i++) step();
  return step;
}

/** Opens the sequence that belongs to a key; independent keys give independent sequences. */
export function seededRandom(key: string): Random {
  const next = sfc32(hash(key, 0x811c9dc5), hash(key, 0x9e3779b9), hash(key, 0x7f4a7c15));
  const between = (min: number, max: number) => min + (max - min) * next();
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new RangeError('there is nothing to pick from');
    return item;
  };
  return {
    next,
    between,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick,
    weighted: (items, weightOf) => {
      const weights = items.map((item) => Math.max(0, weightOf(item)));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      let left = next() * total;
      const chosen = items.find((_, i) => {
        left -= weights[i] ?? 0;
        return left < 0;
      });
      return chosen ?? pick(items);
    },
  };
}
