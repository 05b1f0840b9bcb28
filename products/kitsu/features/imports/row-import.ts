import { setImmediate as otherWork } from 'node:timers/promises';
import { invalidInput } from '@seaworthy/platform/errors';
import type { Db } from '@seaworthy/platform/postgres';
import { type SourceRecord, saveSourceRecords } from '../titles/index.ts';
import { DATASET_SOURCE, datasetRow, toSourceRecord } from './dataset-row.ts';
import type { RowTaker } from './import-run.ts';
import type { RawRow } from './json-rows.ts';
import type { ReadLimits } from './limits.ts';
import type { OpenFile } from './open-file.ts';
import { addRejections, countRun, type RunCounts } from './queries.ts';
import { type Rejection, rejection } from './rejection.ts';

const BATCH_ROWS = 500;
/** Text of rows that is held at most, a few times over, before it is written. */
const BATCH_CHARACTERS = 4_000_000;
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

interface RowImportOptions {
  readonly file: OpenFile;
  readonly limits: ReadLimits;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

interface BatchRow {
  readonly number: number;
  readonly record: SourceRecord;
}

/** Rows that are written together, those of them that cannot be taken, and how many rows of the file it ends after. */
interface Batch {
  readonly rows: BatchRow[];
  readonly rejected: Rejection[];
  readonly rowCount: number;
}

/** The rows of one file on their way into the catalogue, batch by batch. While one is written the rows of the next are read. */
export class RowImport implements RowTaker<RawRow> {
  /** The first hundred rows that were not taken. */
  readonly rejections: Rejection[] = [];
  readonly #deps: { db: Db<unknown> };
  readonly #options: RowImportOptions;
  readonly #taken = new Set<number>();
  #rows: BatchRow[] = [];
  #rejected: Rejection[] = [];
  #characters = 0;
  #readCount = 0;
  #unreadableCount = 0;
  #saving: Promise<void> | null = null;
  #counts = {
    rowCount: 0,
    createdCount: 0,
    updatedCount: 0,
    unchangedCount: 0,
    rejectedCount: 0,
    conflictCount: 0,
  };

  constructor(deps: { db: Db<unknown> }, options: RowImportOptions) {
    this.#deps = deps;
    this.#options = options;
  }

  /**
   * Takes the next row; writes a batch when it is full.
   *
   * @throws AppError `invalid_input` when none of the first hundred rows is an anime.
   */
  async take(row: RawRow, runId: number): Promise<void> {
    this.#readCount += 1;
    const parsed = parseRow(row, this.#options.limits);
    if ('reason' in parsed) {
      this.#unreadableCount += 1;
      this.#rejected.push(parsed);
    } else {
      this.#rows.push({ number: row.number, record: toSourceRecord(parsed.row) });
      this.#characters += row.text?.length ?? 0;
    }
    if (this.#readCount === WRONG_FILE_ROWS) this.#expectAnime(`first ${WRONG_FILE_ROWS}`);
    const isFull =
      this.#rows.length >= BATCH_ROWS ||
      this.#rejected.length >= BATCH_ROWS ||
      this.#characters >= BATCH_CHARACTERS;
    if (isFull) await this.#beginToSave(runId);
    // Between its statements the batch that is being written needs a moment of this thread, or the database would wait.
    if (this.#saving !== null) await otherWork();
  }

  /**
   * Writes what is waiting, after the last row.
   *
   * @throws AppError `invalid_input` when the file held no anime.
   */
  async end(runId: number): Promise<void> {
    if (this.#readCount === 0) {
      throw invalidInput(`${this.#options.file.name} is no anime-offline-database file: it holds no anime.`);
    }
    this.#expectAnime(String(this.#readCount));
    await this.flush(runId);
  }

  /** Writes what is waiting, and ends when everything is written. */
  async flush(runId: number): Promise<void> {
    await this.#beginToSave(runId);
    await this.#saving;
  }

  /** One batch is written at a time: a failure of the one before ends the import here. */
  async #beginToSave(runId: number): Promise<void> {
    const batch = { rows: this.#rows, rejected: this.#rejected, rowCount: this.#readCount };
    this.#rows = [];
    this.#rejected = [];
    this.#characters = 0;
    await this.#saving;
    const saving = this.#save(batch, runId);
    // Whoever waits for it is told of its failure.
    saving.catch(() => {});
    this.#saving = saving;
  }

  async #save({ rows, rejected, rowCount }: Batch, runId: number): Promise<void> {
    const outcomes = await saveSourceRecords(
      this.#deps,
      { kind: 'system', name: 'import' },
      { source: DATASET_SOURCE, records: rows.map((row) => row.record), taken: this.#taken },
    );
    outcomes.forEach(({ outcome, reason, conflicts }, index) => {
      const row = rows[index];
      if (outcome === 'rejected') {
        const label = row?.record.fields.main_title ?? '';
        rejected.push(rejection(row?.number ?? 0, label, reason ?? 'no reason given'));
      } else {
        this.#counts[`${outcome}Count`] += 1;
      }
      if (conflicts && conflicts.length > 0) this.#counts.conflictCount += 1;
    });
    this.#counts.rowCount = rowCount;
    this.#counts.rejectedCount += rejected.length;
    this.rejections.push(...rejected.slice(0, REJECTIONS_KEPT - this.rejections.length));
    await addRejections(this.#deps.db, runId, rejected);
    await countRun(this.#deps.db, runId, this.#counts);
    this.#options.onProgress?.(this.progress());
  }

  /** The counters as they stand. */
  progress(): ImportProgress {
    const { file } = this.#options;
    return { ...this.#counts, readBytes: file.readBytes(), sizeBytes: file.sizeBytes };
  }

  #expectAnime(rows: string): void {
    if (this.#unreadableCount < this.#readCount) return;
    const [first] = [...this.rejections, ...this.#rejected];
    throw invalidInput(
      `${this.#options.file.name} is no anime-offline-database file: none of its ${rows} rows is an anime (${first?.reason ?? ''}).`,
    );
  }
}

function parseRow(
  { number, text }: RawRow,
  limits: ReadLimits,
): { row: ReturnType<typeof datasetRow.parse> } | Rejection {
  if (text === null) return rejection(number, '', `it is larger than ${limits.rowMaxBytes} bytes`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return rejection(number, text, 'it is not valid JSON');
  }
  const parsed = datasetRow.safeParse(value);
  if (parsed.success) return { row: parsed.data };
  const [issue] = parsed.error.issues;
  return rejection(
    number,
    labelOf(value),
    `${issue?.path.join('.') || 'the row'}: ${issue?.message ?? 'is not usable'}`,
  );
}

function labelOf(value: unknown): string {
  const title = typeof value === 'object' && value !== null && 'title' in value ? value.title : '';
  return typeof title === 'string' ? title : '';
}
