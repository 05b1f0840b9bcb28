import { z } from 'zod';
import { DATASET_SOURCE } from './dataset-row.ts';
import { carryOut, type ImportDeps } from './import-run.ts';
import { readRows } from './json-rows.ts';
import { READ_LIMITS, type ReadLimits } from './limits.ts';
import { openFile } from './open-file.ts';
import type { Rejection } from './rejection.ts';
import { type ImportProgress, RowImport } from './row-import.ts';

/** What an import did. `rejections` holds the first hundred at most; the run in the database has them all. */
export interface ImportSummary extends ImportProgress {
  readonly runId: number;
  readonly rejections: readonly Rejection[];
  readonly franchiseCount: number;
}

/**
 * Takes an anime-offline-database file into the catalogue: JSON, minified JSON or JSON Lines, plain, gzip or zstd.
 * Rows are written in batches, each one whole or not at all. Of a packed file that is cut off or damaged nothing is
 * taken; a plain one that ends too early keeps its rows and fails. The same file again changes nothing, so a broken import is continued by repeating
 * it. `onProgress` is told after each batch.
 *
 * @throws AppError `invalid_input` for a wrong, damaged or oversized file.
 */
export async function importDataset(
  deps: ImportDeps,
  input: { path: string; limits?: ReadLimits; onProgress?: (progress: ImportProgress) => void },
): Promise<ImportSummary> {
  const limits = input.limits ?? READ_LIMITS;
  const file = await openFile(input.path, limits);
  try {
    const { header, rows } = await readRows(file, limits.rowMaxBytes);
    const importer = new RowImport(deps, { file, limits, onProgress: input.onProgress });
    const run = { source: DATASET_SOURCE, fileName: file.name, sourceDate: dateOf(header) };
    const { runId, franchiseCount } = await carryOut(deps, run, rows, importer);
    return { ...importer.progress(), runId, rejections: importer.rejections, franchiseCount };
  } finally {
    file.close();
  }
}

/** The day on which the file was made, as its header states it; null when it states none that exists. */
function dateOf(header: string): string | null {
  const date = /"lastUpdate"\s*:\s*"([12]\d{3}-\d{2}-\d{2})"/.exec(header)?.[1];
  return z.iso.date().safeParse(date).data ?? null;
}
