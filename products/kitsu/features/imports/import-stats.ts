import { carryOut, type ImportDeps } from './import-run.ts';
import { READ_LIMITS, type ReadLimits } from './limits.ts';
import { openFile } from './open-file.ts';
import { readStats } from './stats-file.ts';
import { type OnStatsProgress, type StatsCounts, StatsImport } from './stats-import.ts';

/** What an import of statistics did. */
export interface StatsSummary extends StatsCounts {
  readonly runId: number;
}

/**
 * Takes scores and popularity from a CSV into titles that have the ids. Only values that the file states are written,
 * and never over a person's. The same file again changes nothing. Franchises bear the name of their best-known title,
 * so they are derived anew.
 *
 * @throws AppError `invalid_input` for a wrong or damaged file; lines before the damage stay.
 */
export async function importStats(
  deps: ImportDeps,
  input: { path: string; limits?: ReadLimits; onProgress?: OnStatsProgress },
): Promise<StatsSummary> {
  const file = await openFile(input.path, input.limits ?? READ_LIMITS);
  try {
    const { provider, rows } = await readStats(file);
    const source = `${provider}-stats`;
    const importer = new StatsImport(deps, { file, source, provider, onProgress: input.onProgress });
    const run = { source, fileName: file.name, sourceDate: null };
    const { runId } = await carryOut(deps, run, rows, importer);
    return { ...importer.counts(), runId };
  } finally {
    file.close();
  }
}
