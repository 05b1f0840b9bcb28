import type { Counted } from '../../api/types.ts';
import { YEAR_MIN } from './filters.ts';
import type { RangeStep } from './range-filter.tsx';

/** Before this, years have a handful of titles each and stand together. */
const FIRST_YEAR = 1960;

/**
 * The years as steps without a gap, the early ones as one: up to the next year or the last one that has titles. They do
 * not depend on where titles are left, so that handles stay where they are while other filters change.
 */
export function yearSteps(years: readonly Counted<number>[], now: Date): readonly RangeStep[] {
  const last = Math.max(now.getUTCFullYear() + 1, ...years.map(({ value }) => value));
  const counts = new Map(years.map(({ value, count }) => [value, count]));
  const early = years.filter(({ value }) => value < FIRST_YEAR).reduce((sum, { count }) => sum + count, 0);
  return [
    { from: YEAR_MIN, to: FIRST_YEAR - 1, count: early },
    ...Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index).map((year) => ({
      from: year,
      to: year,
      count: counts.get(year) ?? 0,
    })),
  ];
}
