import type { NameColumns } from './segment.ts';

/** The names of a title, as a half-open range: names come by their titles. */
export function namesOfTitle({ titles }: NameColumns, title: number): [from: number, to: number] {
  let low = 0;
  let high = titles.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((titles[middle] as number) < title) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (titles[to] === title) to += 1;
  return [low, to];
}
