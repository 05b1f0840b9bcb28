import { openTrail } from '@seaworthy/platform/audit-trail';
import type { Db } from '@seaworthy/platform/postgres';
import { testDatabase } from '@seaworthy/platform/testing';
import { type SourceRecord, saveSourceRecords } from '../features/titles/index.ts';
import { manifest } from '../product.ts';

/** An empty, migrated catalogue of its own for one test file, with the trail that commands write. */
export async function emptyCatalogue() {
  const database = await testDatabase<unknown>({ sources: manifest.migrationSources });
  return { ...database, trail: openTrail({ actor: { kind: 'operator' } }) };
}

/** A record with an id of its own; only its name and id are stated unless more is given. */
export function record(
  id: number,
  more: Partial<Omit<SourceRecord, 'fields'>> & { fields?: Partial<SourceRecord['fields']> } = {},
): SourceRecord {
  const name = more.fields?.main_title ?? `Title ${id}`;
  return {
    externalIds: [{ provider: 'mal', externalId: String(id) }],
    names: [{ name, kind: 'main', language: null }],
    ...more,
    fields: { ...more.fields, main_title: name },
  };
}

/** Writes records as an import of a source would. */
export function importRecords(db: Db<unknown>, records: readonly SourceRecord[], source = 'test-source') {
  return saveSourceRecords({ db }, { kind: 'system', name: 'import' }, { source, records, taken: new Set() });
}
