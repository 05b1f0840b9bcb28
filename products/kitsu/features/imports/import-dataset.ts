import { isAppError } from '@seaworthy/platform/errors';
import type { Db } from '@seaworthy/platform/postgres';
import { assignFranchises } from '../franchises/index.ts';
import { DATASET_SOURCE } from './dataset-row.ts';
import { readRows } from './json-rows.ts';
import { READ_LIMITS, type ReadLimits } from './limits.ts';
import { openFile } from './open-file.ts';
import { finishRun, type Rejection, startRun } from './queries.ts';
import { type ImportProgress, RowImport } from './row-import.ts';

/** What an import did. `rejections` holds the first hundred at most; the run in the database has them all. */
export interface ImportSummary extends ImportProgress {
  readonly runId: number;
  readonly rejections: readonly Rejection[];
  readonly franchiseCount: number;
}

/**
 * Takes an anime-offline-database file into the catalogue: JSON, minified JSON or JSON Lines, plain, gzip or zstd.
 * Rows are written in batches, each one whole or not at all; a file that turns out to be cut off or damaged keeps the
 * rows before the damage and fails. The same file again changes nothing, so a broken import is continued by repeating
 * it. `onProgress` is told after each batch.
 *
 * @throws AppError `invalid_input` for a wrong, damaged or oversized file.
 */
export async function importDataset(
  deps: { db: Db<unknown> },
  input: { path: string; limits?: ReadLimits; onProgress?: (progress: ImportProgress) => void },
): Promise<ImportSummary> {
  const limits = input.limits ?? READ_LIMITS;
  const file = await openFile(input.path, limits);
  try {
    const source = await readRows(file, limits.rowMaxBytes);
    const runId = await startRun(deps.db, {
      source: DATASET_SOURCE,
      fileName: file.name,
      sourceDate: /"lastUpdate"\s*:\s*"(\d{4}-\d{2}-\d{2})"/.exec(source.header)?.[1] ?? null,
    });
    const importer = new RowImport(deps, { runId, file, onProgress: input.onProgress });
    try {
      for await (const row of source.rows) await importer.take(row);
    } catch (error) {
      // What was read before the damage is good: it is written like everything before it.
      await importer.flush();
      await assignFranchises(deps);
      await finishRun(deps.db, runId, {
        status: 'failed',
        problem: isAppError(error) ? error.message : 'a fault of ours',
      });
      throw error;
    }
    await importer.flush();
    const { franchiseCount } = await assignFranchises(deps);
    await finishRun(deps.db, runId, { status: 'succeeded', problem: null });
    return { ...importer.progress(), runId, rejections: importer.rejections, franchiseCount };
  } finally {
    file.content.destroy();
  }
}
