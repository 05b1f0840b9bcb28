import type { Trail } from '@seaworthy/platform/audit-trail';
import { isAppError } from '@seaworthy/platform/errors';
import { type Db, inTransaction } from '@seaworthy/platform/postgres';
import { KITSU_ACTIONS } from '../audit-trail/index.ts';
import { assignFranchises } from '../franchises/index.ts';
import { finishRun, startRun } from './queries.ts';

/** Where imports write, and who is noted for them. */
export interface ImportDeps {
  readonly db: Db<unknown>;
  readonly trail: Trail;
}

/** Takes the rows of a file, in batches, and counts them in a run. */
export interface RowTaker<Row> {
  take(row: Row, runId: number): Promise<void>;
  /** Writes what is waiting. */
  flush(runId: number): Promise<void>;
  /** Writes what is waiting after the last row; may find that the file was of no use. */
  end(runId: number): Promise<void>;
}

/**
 * Reads rows into a taker and keeps the record of it (the audit trail has its beginning, so that also one that is killed is in there): the run ends as succeeded, or as failed with its problem. When
 * the file is at fault, what was read before is written all the same; franchises are derived anew in either case.
 */
export async function carryOut<Row>(
  deps: ImportDeps,
  run: { source: string; fileName: string; sourceDate: string | null },
  rows: AsyncIterable<Row>,
  taker: RowTaker<Row>,
): Promise<{ runId: number; franchiseCount: number }> {
  const runId = await inTransaction(deps.db, async (tx) => {
    const id = await startRun(tx, run);
    const after = { source: run.source, file: run.fileName, sourceDate: run.sourceDate };
    await deps.trail.record(tx, { action: KITSU_ACTIONS.importFile, target: String(id), after });
    return id;
  });
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
