import type { Db } from '@seaworthy/platform/postgres';
import { assignFranchises } from '../franchises/index.ts';
import { saveSourceRecords } from '../titles/index.ts';
import { hasTitles } from './queries.ts';
import { readDemoTitles } from './read-demo-titles.ts';
import { toSourceRecord } from './to-source-record.ts';

/** What seeding did. */
export interface SeedSummary {
  readonly createdCount: number;
  readonly titleCount: number;
}

/**
 * Writes the demo catalogue, marked as such, so that a first start has something to show. With `ifEmpty` it leaves a
 * catalogue that has any title alone. Doing it again changes nothing; a real source takes the titles over.
 */
export async function seedDemoCatalogue(
  deps: { db: Db<unknown> },
  options: { ifEmpty: boolean },
): Promise<SeedSummary> {
  if (options.ifEmpty && (await hasTitles(deps.db))) return { createdCount: 0, titleCount: 0 };
  const records = (await readDemoTitles()).map(toSourceRecord);
  const outcomes = await saveSourceRecords(
    deps,
    { kind: 'system', name: 'demo' },
    { source: 'demo', records, taken: new Set() },
  );
  await assignFranchises(deps);
  return {
    createdCount: outcomes.filter(({ outcome }) => outcome === 'created').length,
    titleCount: records.length,
  };
}
