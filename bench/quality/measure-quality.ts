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

/** Asks a running API the sets for the real titles; the sealed one where it is present. */
export async function measureQuality(origin: string, catalogue: string): Promise<SetResult[]> {
  const results: SetResult[] = [];
  for (const set of (['tuning', 'sealed'] as const).filter(hasQuerySet)) {
    const answers = await askAll(origin, await readQuerySet(set));
    results.push({ set, catalogue, judged: answers.map(judge) });
  }
  return results;
}
