import { invalidInput } from '@seaworthy/platform/errors';
import type { Db } from '@seaworthy/platform/postgres';
import { type SourceRecord, saveSourceRecords } from '../titles/index.ts';
import { DATASET_SOURCE, datasetRow, toSourceRecord } from './dataset-row.ts';
import type { RawRow } from './json-rows.ts';
import type { OpenFile } from './open-file.ts';
import { addRejections, countRun, type Rejection, type RunCounts } from './queries.ts';

const BATCH_ROWS = 500;
/** When none of the first rows is an anime, it is another kind of file. */
const WRONG_FILE_ROWS = 100;
const REJECTIONS_KEPT = 100;

/** How far an import has come. `conflictCount` counts titles where a person's value stood against the file's. */
export interface ImportProgress extends RunCounts {
  readonly rowCount: number;
  readonly conflictCount: number;
  readonly readBytes: number;
  readonly sizeBytes: number;
}

interface BatchRow {
  readonly number: number;
  readonly record: SourceRecord;
}

/** The rows of one file on their way into the catalogue, batch by batch. */
export class RowImport {
  readonly rejections: Rejection[] = [];
  readonly #deps: { db: Db<unknown> };
  readonly #options: {
    runId: number;
    file: OpenFile;
    onProgress?: ((progress: ImportProgress) => void) | undefined;
  };
  readonly #taken = new Set<number>();
  #batch: BatchRow[] = [];
  #rejected: Rejection[] = [];
  #counts = {
    rowCount: 0,
    createdCount: 0,
    updatedCount: 0,
    unchangedCount: 0,
    rejectedCount: 0,
    conflictCount: 0,
  };

  constructor(
    deps: { db: Db<unknown> },
    options: { runId: number; file: OpenFile; onProgress?: ((progress: ImportProgress) => void) | undefined },
  ) {
    this.#deps = deps;
    this.#options = options;
  }

  /** Takes the next row; writes a batch when it is full. */
  async take(row: RawRow): Promise<void> {
    this.#counts.rowCount += 1;
    const parsed = parseRow(row);
    if ('reason' in parsed) this.#reject(parsed);
    else this.#batch.push({ number: row.number, record: toSourceRecord(parsed.row) });
    const { rowCount, rejectedCount } = this.#counts;
    if (rowCount === WRONG_FILE_ROWS && rejectedCount === WRONG_FILE_ROWS) {
      throw invalidInput(
        `${this.#options.file.name} is no anime-offline-database file: none of its first ${WRONG_FILE_ROWS} rows is an anime (${this.#rejected[0]?.reason ?? ''}).`,
      );
    }
    if (this.#batch.length >= BATCH_ROWS || this.#rejected.length >= BATCH_ROWS) await this.flush();
  }

  /** Writes what is waiting. */
  async flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    const outcomes = await saveSourceRecords(
      this.#deps,
      { kind: 'system', name: 'import' },
      { source: DATASET_SOURCE, records: batch.map((row) => row.record), taken: this.#taken },
    );
    outcomes.forEach(({ outcome, reason, conflicts }, index) => {
      const row = batch[index];
      if (outcome === 'rejected') {
        this.#reject({
          rowNumber: row?.number ?? 0,
          label: row?.record.fields.main_title ?? '',
          reason: reason ?? 'no reason given',
        });
      } else {
        this.#counts[`${outcome}Count`] += 1;
      }
      if (conflicts && conflicts.length > 0) this.#counts.conflictCount += 1;
    });
    await addRejections(this.#deps.db, this.#options.runId, this.#rejected);
    this.#rejected = [];
    await countRun(this.#deps.db, this.#options.runId, this.#counts);
    this.#options.onProgress?.(this.progress());
  }

  /** The counters as they stand. */
  progress(): ImportProgress {
    const { file } = this.#options;
    return { ...this.#counts, readBytes: file.readBytes(), sizeBytes: file.sizeBytes };
  }

  #reject(rejection: Rejection): void {
    this.#counts.rejectedCount += 1;
    this.#rejected.push(rejection);
    if (this.rejections.length < REJECTIONS_KEPT) this.rejections.push(rejection);
  }
}

function parseRow(row: RawRow): { row: ReturnType<typeof datasetRow.parse> } | Rejection {
  const rejected = (label: string, reason: string) => ({ rowNumber: row.number, label, reason });
  let value: unknown;
  try {
    value = JSON.parse(row.text);
  } catch {
    return rejected(row.text.slice(0, 80), 'it is not valid JSON');
  }
  const parsed = datasetRow.safeParse(value);
  if (parsed.success) return { row: parsed.data };
  const [issue] = parsed.error.issues;
  return rejected(
    labelOf(value),
    `${issue?.path.join('.') || 'the row'}: ${issue?.message ?? 'is not usable'}`,
  );
}

function labelOf(value: unknown): string {
  const title = typeof value === 'object' && value !== null && 'title' in value ? value.title : '';
  return typeof title === 'string' ? title.slice(0, 80) : '';
}
