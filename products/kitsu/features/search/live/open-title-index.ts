import type { ChangeNews } from '@seaworthy/platform/cache';
import type { Db } from '@seaworthy/platform/postgres';
import type { Logger, Metrics } from '@seaworthy/platform/telemetry';
import type { TitleIndex } from '../match-titles.ts';
import { selectListedIds } from '../queries.ts';
import { buildFromDatabase } from './build-from-database.ts';
import { buildInWorker } from './build-in-worker.ts';
import { type BuiltSegment, buffersOf } from './built-segment.ts';
import { LiveIndex } from './live-index.ts';

/** What `openTitleIndex` needs. */
export interface TitleIndexOptions {
  /** The database that is read in whole, over a connection of its own while that lasts. */
  readonly url: string;
  readonly db: Db<unknown>;
  readonly news: ChangeNews;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** The index of one process. */
export interface OpenTitleIndex extends TitleIndex {
  /** Begins to build in the background: when the process listens, so that its start need not share the processor. */
  begin(): void;
  close(): Promise<void>;
}

/** The index of this process, which is never more than a second behind a commit. It knows nothing before it has begun. */
export function openTitleIndex(options: TitleIndexOptions): OpenTitleIndex {
  const { url, db, news, logger, metrics } = options;
  const report = reporter(metrics);
  const index = new LiveIndex({
    db,
    news,
    logger,
    build: async (signal) => ((await isSmall(db)) ? buildFromDatabase(db) : buildInWorker(url, signal)),
    onBuilt: (built) => {
      report.built(built);
      logger.info(
        { titles: built.segment.titles.ids.length, tookMs: Math.round(built.tookMs) },
        'search is ready',
      );
    },
  });
  return {
    match: async (query) => {
      const matches = await index.match(query);
      report.answered(matches === null ? 'database' : 'memory');
      return matches;
    },
    begin: () => index.begin(),
    close: () => index.close(),
  };
}

/** So few titles are read in less time than a thread takes to start. */
const SMALL_MAX = 300;

async function isSmall(db: Db<unknown>): Promise<boolean> {
  const ids = await selectListedIds(db, SMALL_MAX + 1);
  return ids.length <= SMALL_MAX;
}

const MS_PER_S = 1_000;

function reporter(metrics: Metrics) {
  const answers = metrics.counter({
    name: 'search_answers_total',
    help: 'Searches by what answered them: the index in memory, or the database.',
    labels: ['by'],
  });
  const bytes = metrics.gauge({ name: 'search_index_bytes', help: 'Memory of the search index.' });
  const names = metrics.gauge({ name: 'search_index_names', help: 'Names in the search index.' });
  const took = metrics.gauge({
    name: 'search_index_build_seconds',
    help: 'How long making the search index took last, reading included.',
  });
  return {
    answered: (by: 'memory' | 'database') => answers.labels(by).inc(),
    built: ({ segment, tookMs }: BuiltSegment) => {
      bytes.set(buffersOf(segment).reduce((sum, buffer) => sum + buffer.byteLength, 0));
      names.set(segment.names.titles.length);
      took.set(tookMs / MS_PER_S);
    },
  };
}
