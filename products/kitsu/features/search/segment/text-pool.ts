/** Many short texts in one array of UTF-16 units: no object for each, and movable between threads without a copy. */
export interface TextPool {
  readonly units: Uint16Array<ArrayBuffer>;
  /** Where each text begins; one entry more than there are texts. */
  readonly starts: Uint32Array<ArrayBuffer>;
}

/** Puts texts into a pool, in their order. */
export function poolOf(texts: readonly string[]): TextPool {
  const starts = new Uint32Array(texts.length + 1);
  let length = 0;
  for (let index = 0; index < texts.length; index += 1) {
    starts[index] = length;
    length += (texts[index] as string).length;
  }
  starts[texts.length] = length;
  const units = new Uint16Array(length);
  let at = 0;
  for (const text of texts) {
    for (let index = 0; index < text.length; index += 1) {
      units[at] = text.charCodeAt(index);
      at += 1;
    }
  }
  return { units, starts };
}

/** One text of a pool. */
export function textAt({ units, starts }: TextPool, index: number): string {
  return String.fromCharCode(...units.subarray(starts[index], starts[index + 1]));
}

/** The number of units of one text. */
export function lengthAt({ starts }: TextPool, index: number): number {
  return (starts[index + 1] as number) - (starts[index] as number);
}

/**
 * The texts that begin with `prefix`, as a half-open range of places in `order`, by which the texts are sorted (by
 * UTF-16 units, as JavaScript compares); without an order the pool itself is sorted.
 */
export function prefixRange(pool: TextPool, prefix: string, order?: Uint32Array): [from: number, to: number] {
  const from = lowerBound(pool, order, (index) => comparePrefix(pool, index, prefix) < 0);
  const to = lowerBound(pool, order, (index) => comparePrefix(pool, index, prefix) <= 0);
  return [from, to];
}

/** The texts that equal `text`, as a range like {@link prefixRange}: they are the first ones that begin with it. */
export function equalRange(pool: TextPool, text: string, order?: Uint32Array): [from: number, to: number] {
  const [from, beyond] = prefixRange(pool, text, order);
  let to = from;
  while (to < beyond && lengthAt(pool, order === undefined ? to : (order[to] as number)) === text.length)
    to += 1;
  return [from, to];
}

function lowerBound(
  pool: TextPool,
  order: Uint32Array | undefined,
  isBefore: (index: number) => boolean,
): number {
  let low = 0;
  let high = pool.starts.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(order === undefined ? middle : (order[middle] as number))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Negative when the text sorts before all that begin with `prefix`, 0 when it begins with it, positive when after. */
function comparePrefix({ units, starts }: TextPool, index: number, prefix: string): number {
  const start = starts[index] as number;
  const length = (starts[index + 1] as number) - start;
  for (let at = 0; at < prefix.length; at += 1) {
    if (at >= length) return -1;
    const difference = (units[start + at] as number) - prefix.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return 0;
}
