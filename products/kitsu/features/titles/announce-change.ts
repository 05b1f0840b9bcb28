import { invalidate } from '@seaworthy/platform/cache';
import { enqueue } from '@seaworthy/platform/jobs';
import type { Db } from '@seaworthy/platform/postgres';
import { ALL_FRANCHISES, refreshFranchises } from '../franchises/tasks.ts';
import { CATALOGUE_TAG } from './cache-tag.ts';

/** Many batches of an import follow each other, and it derives franchises itself when it comes to its end. */
const AFTER_IMPORT_MS = 30_000;

/**
 * Lets everybody know of changed titles when the caller's transaction commits: caches forget them, and franchises are
 * derived anew, soon after a person's change and some time after an import's (by then it has done so, unless it died).
 * The last step of a transaction: whoever announces at the same time waits for it to end.
 */
export async function announceChange(tx: Db<unknown>, by: 'person' | 'import'): Promise<void> {
  await invalidate(tx, [CATALOGUE_TAG]);
  const delayMs = by === 'import' ? AFTER_IMPORT_MS : 0;
  await enqueue(tx, refreshFranchises, {}, { key: ALL_FRANCHISES, delayMs });
}
