import { inOtherLayout } from '../../products/kitsu/features/names/index.ts';
import type { GeneratedRow } from '../catalogue/generated-rows.ts';
import { type Random, seededRandom } from '../catalogue/random.ts';
import { searchPath } from '../quality/ask.ts';
import { readQuerySet } from '../quality/query-set.ts';

const SEED = 20_251_121;

/** The paths of all tuning queries in an order that has nothing to do with their kinds, the same one each time. */
export async function tuningPaths(): Promise<string[]> {
  const random = seededRandom(SEED);
  return shuffled(
    random,
    (await readQuerySet('tuning')).map(({ q }) => searchPath(q)),
  );
}

/** Paths of queries made from names of the rows as people would mistype and shorten them. */
export function pathsOf(rows: readonly GeneratedRow[], count: number): string[] {
  const random = seededRandom(SEED);
  return Array.from({ length: count }, () => {
    const { title, synonyms } = random.pick(rows);
    return searchPath(asTyped(random, random.pick([title, title, ...synonyms])));
  });
}

function asTyped(random: Random, name: string): string {
  const typed = random.pick([whole, beginning, beginning, withSlip, withSlip, turned, merged, inOtherLayout])(
    name,
    random,
  );
  return typed?.trim().slice(0, 100) || name;
}

function whole(name: string): string {
  return name.toLowerCase();
}

function beginning(name: string, random: Random): string {
  return name.slice(0, 2 + random.below(6));
}

/** Two neighbouring letters swapped, or one left out. */
function withSlip(name: string, random: Random): string {
  const place = random.below(Math.max(1, name.length - 1));
  const swapped = random.chance(0.5) ? name.charAt(place + 1) + name.charAt(place) : name.charAt(place + 1);
  return name.slice(0, place) + swapped + name.slice(place + 2);
}

function turned(name: string): string {
  return name.split(' ').reverse().join(' ');
}

function merged(name: string): string {
  return name.replaceAll(' ', '');
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(random.below(left.length), 1));
}
