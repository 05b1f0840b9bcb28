import { askAll } from './ask.ts';
import { type Judged, judge } from './judge.ts';
import { hasQuerySet, type QuerySetName, readQuerySet } from './query-set.ts';

/** How the search answered one set of queries. */
export interface SetResult {
  readonly set: QuerySetName;
  /** What the catalogue knew: only titles, or also how well known they are. */
  readonly catalogue: string;
  readonly judged: readonly Judged[];
}

/** What real titles are asked. */
const SETS_OF_REAL_TITLES: readonly QuerySetName[] = ['tuning', 'sealed'];

/** Asks a running API those of the sets that are present, one after another. */
export async function measureQuality(
  origin: string,
  catalogue: string,
  sets: readonly QuerySetName[] = SETS_OF_REAL_TITLES,
): Promise<SetResult[]> {
  const results: SetResult[] = [];
  for (const set of sets.filter(hasQuerySet)) {
    const answers = await askAll(origin, await readQuerySet(set));
    results.push({ set, catalogue, judged: answers.map(judge) });
  }
  return results;
}
