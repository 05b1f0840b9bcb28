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
 * titles, and one that names the same title as a record before it (in this batch, or one of `taken`) are rejected.
 */
export async function matchRecords(
  db: Db<unknown>,
  records: readonly SourceRecord[],
  source: string,
  taken: ReadonlySet<number>,
): Promise<Match[]> {
  const ids = records.flatMap((record) => record.externalIds);
  const owners = await selectOwnersOfIds(db, ids, source);
  const ownerOf = new Map(owners.map((row) => [`${row.provider}:${row.external_id}`, row]));
  const seen = new Set<string>();
  return records.map((record) => {
    const keys = record.externalIds.map((id) => `${id.provider}:${id.externalId}`);
    const found = keys.flatMap((key) => ownerOf.get(key) ?? []);
    const titleIds = [...new Set(found.map((row) => row.title_id))];
    const reason = rejectionOf(
      keys,
      titleIds,
      (key) => seen.has(key),
      (id) => taken.has(id),
    );
    if (reason !== null) return { outcome: 'rejected', record, reason };
    for (const key of [...keys, ...titleIds.map(String)]) seen.add(key);
    const hash = hashRecord(record);
    const [owner] = found;
    if (owner === undefined) return { outcome: 'new', record, hash };
    const titleId = owner.title_id;
    return owner.payload_hash === hash
      ? { outcome: 'unchanged', record, titleId }
      : { outcome: 'changed', record, hash, titleId };
  });
}

function rejectionOf(
  keys: readonly string[],
  titleIds: readonly number[],
  seen: (key: string) => boolean,
  taken: (titleId: number) => boolean,
): string | null {
  if (keys.length === 0) return 'it names no page of a known site';
  if (titleIds.length > 1) return `its ids belong to different titles (${titleIds.join(', ')})`;
  const repeated = keys.find(seen) ?? titleIds.map(String).find(seen);
  if (repeated !== undefined || titleIds.some(taken)) {
    return `an earlier row is the same title${repeated === undefined ? '' : ` (${repeated})`}`;
  }
  return null;
}
