import type { Db } from '@seaworthy/platform/postgres';
import { saveSourceScores } from '../titles/index.ts';
import type { RowTaker } from './import-run.ts';
import type { OpenFile } from './open-file.ts';
import { addRejections, countRun } from './queries.ts';
import { type Rejection, rejection } from './rejection.ts';
import type { StatsRow } from './stats-file.ts';

const BATCH_ROWS = 2_000;

/**
 * How far an import of statistics has come. `unknownCount` counts ids that no title of the catalogue has,
 * `conflictCount` titles where a person's value stood against the file's.
 */
export interface StatsCounts {
  readonly rowCount: number;
  readonly updatedCount: number;
  readonly unchangedCount: number;
  readonly unknownCount: number;
  readonly rejectedCount: number;
  readonly conflictCount: number;
}

/** Told after each batch. */
export type OnStatsProgress = (progress: { rowCount: number; readBytes: number; sizeBytes: number }) => void;

interface StatsImportOptions {
  readonly file: OpenFile;
  readonly source: string;
  readonly provider: string;
  readonly onProgress?: OnStatsProgress | undefined;
}

/** The lines of one statistics file on their way into the catalogue, batch by batch. */
export class StatsImport implements RowTaker<StatsRow | Rejection> {
  readonly #deps: { db: Db<unknown> };
  readonly #options: StatsImportOptions;
  readonly #taken = new Set<number>();
  #batch: StatsRow[] = [];
  #rejected: Rejection[] = [];
  #counts = {
    rowCount: 0,
    updatedCount: 0,
    unchangedCount: 0,
    unknownCount: 0,
    rejectedCount: 0,
    conflictCount: 0,
  };

  constructor(deps: { db: Db<unknown> }, options: StatsImportOptions) {
    this.#deps = deps;
    this.#options = options;
  }

  /** Takes the next line; writes a batch when it is full. */
  async take(row: StatsRow | Rejection, runId: number): Promise<void> {
    this.#counts.rowCount += 1;
    if ('reason' in row) this.#reject(row);
    else this.#batch.push(row);
    if (this.#batch.length + this.#rejected.length >= BATCH_ROWS) await this.flush(runId);
  }

  /** Writes what is waiting after the last line. */
  end(runId: number): Promise<void> {
    return this.flush(runId);
  }

  /** Writes what is waiting. */
  async flush(runId: number): Promise<void> {
    const { file, source, provider, onProgress } = this.#options;
    const batch = this.#batch;
    this.#batch = [];
    const outcomes = await saveSourceScores(
      this.#deps,
      { kind: 'system', name: 'import' },
      { source, provider, scores: batch, taken: this.#taken },
    );
    outcomes.forEach(({ outcome, reason, conflicts }, index) => {
      const row = batch[index];
      if (outcome === 'rejected') {
        this.#reject(rejection(row?.rowNumber ?? 0, row?.externalId ?? '', reason ?? 'no reason given'));
      } else {
        this.#counts[`${outcome}Count`] += 1;
      }
      if (conflicts && conflicts.length > 0) this.#counts.conflictCount += 1;
    });
    await addRejections(this.#deps.db, runId, this.#rejected);
    this.#rejected = [];
    await countRun(this.#deps.db, runId, { ...this.#counts, createdCount: 0 });
    onProgress?.({
      rowCount: this.#counts.rowCount,
      readBytes: file.readBytes(),
      sizeBytes: file.sizeBytes,
    });
  }

  /** The counters as they stand. */
  counts(): StatsCounts {
    return { ...this.#counts };
  }

  #reject(rejected: Rejection): void {
    this.#counts.rejectedCount += 1;
    this.#rejected.push(rejected);
  }
}
