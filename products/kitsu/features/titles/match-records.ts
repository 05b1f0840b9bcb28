import type { Db } from '@seaworthy/platform/postgres';
import { hashRecord, type SourceRecord } from './source-record.ts';
import { selectOwnersOfIds } from './write-queries.ts';

/** What a record is to the catalogue, before anything is written. */
export type Match =
  | { readonly outcome: 'new'; readonly record: SourceRecord; readonly hash: string }
  | {
      readonly outcome: 'changed';
      readonly record: SourceRecord;
      readonly hash: string;
      readonly titleId: number;
    }
  | { readonly outcome: 'unchanged'; readonly record: SourceRecord; readonly titleId: number }
  | { readonly outcome: 'rejected'; readonly record: SourceRecord; readonly reason: string };

/**
 * Finds the title of each record by its external ids. A record without an id, one whose ids belong to different
 * titles, and one that names the same title as a record before it (`taken` remembers them) are rejected.
 */
export async function matchRecords(
  db: Db<unknown>,
  records: readonly SourceRecord[],
  source: string,
  taken: Set<string>,
): Promise<Match[]> {
  const owners = await selectOwnersOfIds(
    db,
    records.flatMap((record) => record.externalIds),
    source,
  );
  const ownerOf = new Map(owners.map((row) => [`${row.provider}:${row.external_id}`, row]));
  return records.map((record) => {
    const keys = record.externalIds.map((id) => `${id.provider}:${id.externalId}`);
    if (keys.length === 0) return { outcome: 'rejected', record, reason: 'it names no page of a known site' };
    const found = keys.flatMap((key) => ownerOf.get(key) ?? []);
    const titleIds = new Set(found.map((row) => row.title_id));
    const repeated = [...keys, ...[...titleIds].map((id) => `title:${id}`)].find((key) => taken.has(key));
    if (repeated !== undefined) {
      return { outcome: 'rejected', record, reason: `an earlier row is the same title (${repeated})` };
    }
    const [first] = found;
    if (titleIds.size > 1) {
      return {
        outcome: 'rejected',
        record,
        reason: `its ids belong to different titles (${[...titleIds].join(', ')})`,
      };
    }
    for (const key of keys) taken.add(key);
    const hash = hashRecord(record);
    if (first === undefined) return { outcome: 'new', record, hash };
    taken.add(`title:${first.title_id}`);
    return first.payload_hash === hash
      ? { outcome: 'unchanged', record, titleId: first.title_id }
      : { outcome: 'changed', record, hash, titleId: first.title_id };
  });
}
