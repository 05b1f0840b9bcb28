import {
  CHEAPEST_OMISSION,
  FIRST_LETTER_COST,
  omissionCost,
  SWAP_COST,
  substitutionCost,
} from './typing-costs.ts';

/** Longer texts are never compared letter by letter. */
export const EDIT_LENGTH_MAX = 64;

const WIDTH = EDIT_LENGTH_MAX + 2;
const rows = [new Int32Array(WIDTH), new Int32Array(WIDTH), new Int32Array(WIDTH)] as const;

/** What is compared: a query, and one text of a pool. */
export interface Compared {
  readonly query: Uint16Array;
  readonly units: Uint16Array;
  readonly start: number;
  readonly length: number;
}

/**
 * The cost, in tenths of an edit, of the cheapest slips of the fingers or the ear that make the query of the text: the
 * Damerau-Levenshtein distance (optimal string alignment, Damerau 1964) with weighted edits. Infinity when it is above
 * `costMax`. With `isPrefix` the text may go on after what the query makes of it.
 */
export function editCost(
  { query, units, start, length }: Compared,
  costMax: number,
  isPrefix = false,
): number {
  const count = query.length;
  if (count > EDIT_LENGTH_MAX) return Number.POSITIVE_INFINITY;
  // Further from the diagonal than this there are more omissions than the cost allows.
  const band = Math.min(EDIT_LENGTH_MAX, Math.ceil(costMax / CHEAPEST_OMISSION));
  const width = Math.min(length, EDIT_LENGTH_MAX, count + band);
  if (!isPrefix && (length > width || count > length + band)) return Number.POSITIVE_INFINITY;
  let [twoBefore, before, row] = rows as unknown as [Int32Array, Int32Array, Int32Array];
  before[0] = 0;
  for (let at = 1; at <= width; at += 1) {
    const code = units[start + at - 1] as number;
    const left = at > 1 ? (units[start + at - 2] as number) : -1;
    before[at] = (before[at - 1] as number) + omissionCost(code, left) + (at === 1 ? FIRST_LETTER_COST : 0);
  }
  for (let line = 1; line <= count; line += 1) {
    const own = query[line - 1] as number;
    const previous = line > 1 ? (query[line - 2] as number) : -1;
    const extra = omissionCost(own, previous) + (line === 1 ? FIRST_LETTER_COST : 0);
    const from = Math.max(1, line - band);
    const to = Math.min(width, line + band);
    row[from - 1] = from === 1 ? (before[0] as number) + extra : FAR;
    let least = row[from - 1] as number;
    for (let at = from; at <= to; at += 1) {
      const code = units[start + at - 1] as number;
      const left = at > 1 ? (units[start + at - 2] as number) : -1;
      let best = (before[at - 1] as number) + substitutionCost(own, code);
      if (own !== code && (line === 1 || at === 1)) best += FIRST_LETTER_COST;
      best = Math.min(
        best,
        (before[at] as number) + extra,
        (row[at - 1] as number) + omissionCost(code, left),
      );
      if (own === left && previous === code && own !== code) {
        best = Math.min(best, (twoBefore[at - 2] as number) + SWAP_COST);
      }
      row[at] = best;
      if (best < least) least = best;
    }
    if (to < width) row[to + 1] = FAR;
    if (least > costMax) return Number.POSITIVE_INFINITY;
    [twoBefore, before, row] = [before, row, twoBefore];
  }
  let cost = before[width] as number;
  if (isPrefix)
    for (let at = Math.max(1, count - band); at < width; at += 1) cost = Math.min(cost, before[at] as number);
  return cost <= costMax ? cost : Number.POSITIVE_INFINITY;
}

/** What nothing within a limit can cost. */
const FAR = 1 << 20;

const COST_MAX_BY_LENGTH = [0, 0, 0, 6, 10, 10, 13, 14, 17, 20, 20, 20];
const COST_MAX = 27;
/** From this length on, a share of the length. */
const LONG = 18;
const COST_MAX_PER_UNIT = 1.4;

/** The dearest mistake that a text of this length may hold and still be taken for what it stands beside. */
export function costMaxOf(length: number): number {
  if (length >= LONG) return Math.round(length * COST_MAX_PER_UNIT);
  return COST_MAX_BY_LENGTH[length] ?? COST_MAX;
}

/** The most single edits within a cost, most of which are cheap ones; for passing over what cannot be within it. */
export function editsMaxOf(costMax: number): number {
  return costMax <= 0 ? 0 : Math.max(1, Math.floor(costMax / 6));
}
