import { isAppError } from '@seaworthy/platform/errors';
import type { Db } from '@seaworthy/platform/postgres';
import { assignFranchises } from '../franchises/index.ts';
import { finishRun, startRun } from './queries.ts';

/** Takes the rows of a file, in batches, and counts them in a run. */
export interface RowTaker<Row> {
  take(row: Row, runId: number): Promise<void>;
  /** Writes what is waiting. */
  flush(runId: number): Promise<void>;
  /** Writes what is waiting after the last row; may find that the file was of no use. */
  end(runId: number): Promise<void>;
}

/**
 * Reads rows into a taker and keeps the record of it: the run ends as succeeded, or as failed with its problem. When
 * the file is at fault, what was read before is written all the same; franchises are derived anew in either case.
 */
export async function carryOut<Row>(
  deps: { db: Db<unknown> },
  run: { source: string; fileName: string; sourceDate: string | null },
  rows: AsyncIterable<Row>,
  taker: RowTaker<Row>,
): Promise<{ runId: number; franchiseCount: number }> {
  const runId = await startRun(deps.db, run);
  try {
    for await (const row of rows) await taker.take(row, runId);
    await taker.end(runId);
    const { franchiseCount } = await assignFranchises(deps);
    await finishRun(deps.db, runId, { status: 'succeeded', problem: null });
    return { runId, franchiseCount };
  } catch (error) {
    if (isAppError(error, 'invalid_input')) {
      await taker.flush(runId);
      await assignFranchises(deps);
    }
    const problem = isAppError(error) ? error.message : 'a fault of ours';
    await finishRun(deps.db, runId, { status: 'failed', problem });
    throw error;
  }
}
