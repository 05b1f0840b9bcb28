import { type Db, prepare } from '@seaworthy/platform/postgres';

/** Counters of an import, as its run keeps them. */
export interface RunCounts {
  readonly createdCount: number;
  readonly updatedCount: number;
  readonly unchangedCount: number;
  readonly rejectedCount: number;
}

const insertRun = prepare<{ id: number }>(
  'insert_import_run',
  'insert into import_runs (source, file_name, source_date) values ($1, $2, $3) returning id',
);

/** A row that was not taken, as it is stored. */
export interface RejectionRow {
  readonly rowNumber: number;
  readonly label: string;
  readonly reason: string;
}

/** Begins a run. */
export async function startRun(
  db: Db<unknown>,
  run: { source: string; fileName: string; sourceDate: string | null },
): Promise<number> {
  const [row] = await insertRun(db, [run.source, run.fileName, run.sourceDate]);
  if (row === undefined) throw new Error('An insert without a row.');
  return row.id;
}

const updateRun = prepare<never>(
  'update_import_run',
  `update import_runs set created_count = $2, updated_count = $3, unchanged_count = $4, rejected_count = $5 where id = $1`,
);

/** Writes how far a run has come. */
export async function countRun(db: Db<unknown>, id: number, counts: RunCounts): Promise<void> {
  await updateRun(db, [
    id,
    counts.createdCount,
    counts.updatedCount,
    counts.unchangedCount,
    counts.rejectedCount,
  ]);
}

const insertRejections = prepare<never>(
  'insert_import_rejections',
  `insert into import_rejections (run_id, row_number, label, reason)
   select $1, * from unnest($2::integer[], $3::text[], $4::text[]) on conflict do nothing`,
);

/** Remembers rows that were not taken. */
export async function addRejections(
  db: Db<unknown>,
  id: number,
  rejections: readonly RejectionRow[],
): Promise<void> {
  await insertRejections(db, [
    id,
    rejections.map((rejection) => rejection.rowNumber),
    rejections.map((rejection) => rejection.label),
    rejections.map((rejection) => rejection.reason),
  ]);
}

const updateRunEnd = prepare<never>(
  'finish_import_run',
  'update import_runs set status = $2, problem = $3, finished_at = now() where id = $1',
);

/** Ends a run, with its problem when it failed. */
export async function finishRun(
  db: Db<unknown>,
  id: number,
  end: { status: 'succeeded' | 'failed'; problem: string | null },
): Promise<void> {
  await updateRunEnd(db, [id, end.status, end.problem]);
}
