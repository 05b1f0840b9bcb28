import { isAppError } from '@seaworthy/platform/errors';
import type { Db } from '@seaworthy/platform/postgres';
import { type SourceScores, saveSourceScores } from '../titles/index.ts';
import { READ_LIMITS, type ReadLimits } from './limits.ts';
import { openFile } from './open-file.ts';
import { addRejections, countRun, finishRun, type Rejection, startRun } from './queries.ts';
import { readStats } from './stats-file.ts';

const BATCH_ROWS = 2_000;

/** What an import of statistics did. `unknownCount` counts ids that no title of the catalogue has. */
export interface StatsSummary {
  readonly runId: number;
  readonly rowCount: number;
  readonly updatedCount: number;
  readonly unchangedCount: number;
  readonly unknownCount: number;
  readonly rejectedCount: number;
}

/**
 * Takes scores and popularity from a CSV into titles that have the ids. Only values that the file states are written,
 * and never over a person's. The same file again changes nothing.
 *
 * @throws AppError `invalid_input` for a wrong or damaged file; lines before the damage stay.
 */
export async function importStats(
  deps: { db: Db<unknown> },
  input: {
    path: string;
    limits?: ReadLimits;
    onProgress?: (progress: { rowCount: number; readBytes: number; sizeBytes: number }) => void;
  },
): Promise<StatsSummary> {
  const file = await openFile(input.path, input.limits ?? READ_LIMITS);
  try {
    const stats = await readStats(file);
    const source = `${stats.provider}-stats`;
    const runId = await startRun(deps.db, { source, fileName: file.name, sourceDate: null });
    const sum = { runId, rowCount: 0, updatedCount: 0, unchangedCount: 0, unknownCount: 0, rejectedCount: 0 };
    let batch: SourceScores[] = [];
    let rejected: Rejection[] = [];
    const flush = async () => {
      const saved = await saveSourceScores(
        deps,
        { kind: 'system', name: 'import' },
        { source, provider: stats.provider, scores: batch },
      );
      sum.updatedCount += saved.updatedCount;
      sum.unchangedCount += saved.unchangedCount;
      sum.unknownCount += saved.unknownCount;
      await addRejections(deps.db, runId, rejected);
      await countRun(deps.db, runId, { ...sum, createdCount: 0 });
      input.onProgress?.({ rowCount: sum.rowCount, readBytes: file.readBytes(), sizeBytes: file.sizeBytes });
      batch = [];
      rejected = [];
    };
    try {
      for await (const row of stats.rows) {
        sum.rowCount += 1;
        if ('reason' in row) {
          sum.rejectedCount += 1;
          rejected.push(row);
        } else batch.push(row);
        if (batch.length + rejected.length >= BATCH_ROWS) await flush();
      }
    } catch (error) {
      await flush();
      await finishRun(deps.db, runId, {
        status: 'failed',
        problem: isAppError(error) ? error.message : 'a fault of ours',
      });
      throw error;
    }
    await flush();
    await finishRun(deps.db, runId, { status: 'succeeded', problem: null });
    return sum;
  } finally {
    file.content.destroy();
  }
}
