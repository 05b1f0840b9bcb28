import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangeNews } from '@seaworthy/platform/cache';
import type { Db } from '@seaworthy/platform/postgres';
import type { Logger } from '@seaworthy/platform/telemetry';
import type { TitleIndex } from '../match-titles.ts';
import type { Matches, MatchQuery } from '../matches.ts';
import { selectChangedSince, selectTitleSourcesOf } from '../queries.ts';
import type { BuiltSegment } from './built-segment.ts';
import { Overlay } from './overlay.ts';

/** What a live index stands on. */
export interface LiveIndexDeps {
  readonly db: Db<unknown>;
  /** News of changed titles. */
  readonly news: ChangeNews;
  readonly logger: Logger;
  /** Makes the segment of the whole catalogue; rejects when `signal` aborts. */
  build(signal: AbortSignal): Promise<BuiltSegment>;
  /** Told of every segment made, for metrics. */
  onBuilt?(built: BuiltSegment): void;
}

/** The last proof may be this old: as for kept answers, see decisions/0003. */
const PROOF_MAX_AGE_MS = 900;
/** A query waits this long for changes to be read; then the database answers it. */
const WAIT_MAX_MS = 150;
/** With more changed titles than this, reading them one by one is slower than reading all anew. */
const OVERLAY_MAX = 256;
/** With more changed titles than this a new segment is made when it has become quiet. */
const REBUILD_ABOVE = 64;
const QUIET_MS = 2_000;
/** Where it never becomes quiet, a new segment is made this long after the last one. */
const REBUILD_AFTER_MS = 60_000;
const RETRY_FIRST_MS = 500;
const RETRY_MAX_MS = 30_000;

/**
 * The titles of the catalogue in the memory of this process, never more than a second behind a commit. News of a
 * change makes it unsure at once, before any answer of the old state could be kept; then the titles whose transactions
 * it has not seen are read and it is sure again. Whenever it is not sure (not built yet, changes not yet read, news not
 * proven to be complete) it says so, and the database is asked instead.
 */
export class LiveIndex implements TitleIndex {
  readonly #deps: LiveIndexDeps;
  readonly #closing = new AbortController();
  readonly #unfollow: () => void;
  #overlay: Overlay | null = null;
  /** Counts what was heard, so that news during a refresh is not taken for read. */
  #heard = 0;
  #applied = -1;
  #heardMs = Number.NEGATIVE_INFINITY;
  #builtMs = Number.NEGATIVE_INFINITY;
  #refreshing: Promise<void> | null = null;
  #building: Promise<void> | null = null;

  constructor(deps: LiveIndexDeps) {
    this.#deps = deps;
    this.#unfollow = deps.news.follow(() => this.#hear());
  }

  /** Begins to build, and builds anew when it has to, until it is closed. */
  begin(): void {
    this.#building ??= this.#keepBuilt();
  }

  async match(query: MatchQuery): Promise<Matches | null> {
    if (!this.isSure() && this.#refreshing !== null && this.#overlay !== null) {
      await Promise.race([this.#refreshing, sleep(WAIT_MAX_MS, undefined, { ref: false })]);
    }
    return this.isSure() ? (this.#overlay?.match(query) ?? null) : null;
  }

  /** Whether it knows every change that was committed up to a second ago. */
  isSure(): boolean {
    const isProven = performance.now() - this.#deps.news.provenUntilMs() <= PROOF_MAX_AGE_MS;
    return this.#overlay !== null && this.#applied === this.#heard && isProven;
  }

  /** Stops listening and building. */
  async close(): Promise<void> {
    this.#unfollow();
    this.#closing.abort();
    await Promise.all([this.#building, this.#refreshing]);
  }

  #hear(): void {
    this.#heard += 1;
    this.#heardMs = performance.now();
    if (this.#overlay !== null) this.#refreshing ??= this.#refresh();
  }

  /** Reads what has changed until all that was heard of is read, or there is too much of it. */
  async #refresh(): Promise<void> {
    try {
      while (this.#applied !== this.#heard && !this.#closing.signal.aborted) {
        const [overlay, heard] = [this.#overlay, this.#heard];
        if (overlay === null || !(await readChanges(this.#deps.db, overlay))) break;
        if (overlay === this.#overlay) this.#applied = heard;
      }
    } catch (error) {
      this.#deps.logger.warn(
        { err: error },
        'The search index could not read what has changed; the database answers.',
      );
    } finally {
      this.#refreshing = null;
    }
  }

  /** Makes the first segment, and another one whenever too much has changed and it has become quiet. */
  async #keepBuilt(): Promise<void> {
    const { signal } = this.#closing;
    let retryMs = RETRY_FIRST_MS;
    while (!signal.aborted) {
      try {
        if (this.#needsBuilding()) await this.#build();
        else if (this.#applied !== this.#heard) this.#refreshing ??= this.#refresh();
        retryMs = RETRY_FIRST_MS;
      } catch (error) {
        if (signal.aborted) break;
        this.#deps.logger.warn({ err: error }, 'The search index could not be built; the database answers.');
        retryMs = Math.min(retryMs * 2, RETRY_MAX_MS);
      }
      await sleep(retryMs, undefined, { signal, ref: false }).catch(() => {}); // Being closed is not a failure.
    }
  }

  #needsBuilding(): boolean {
    if (this.#overlay === null) return true;
    const nowMs = performance.now();
    const isDue = nowMs - this.#heardMs > QUIET_MS || nowMs - this.#builtMs > REBUILD_AFTER_MS;
    return this.#overlay.changedCount > REBUILD_ABOVE && isDue;
  }

  async #build(): Promise<void> {
    const built = await this.#deps.build(this.#closing.signal);
    const overlay = new Overlay(built);
    // What came since the snapshot of the new segment is read before it takes the place of the old one.
    const heard = this.#heard;
    const isComplete = await readChanges(this.#deps.db, overlay);
    this.#overlay = overlay;
    this.#applied = isComplete ? heard : -1;
    this.#builtMs = performance.now();
    this.#deps.onBuilt?.(built);
    if (this.#applied !== this.#heard) this.#refreshing ??= this.#refresh();
  }
}

/** Brings an overlay up to date; false when so much has changed that it has to be built anew. */
async function readChanges(db: Db<unknown>, overlay: Overlay): Promise<boolean> {
  const { snapshot, ids } = await selectChangedSince(db, overlay.snapshot, OVERLAY_MAX + 1);
  if (ids.length > OVERLAY_MAX || overlay.changedCount > OVERLAY_MAX) {
    overlay.giveUp();
    return false;
  }
  overlay.apply(snapshot, ids, ids.length === 0 ? [] : await selectTitleSourcesOf(db, ids));
  return true;
}
