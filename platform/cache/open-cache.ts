import { randomUUID } from 'node:crypto';
import { listen } from '../postgres/index.ts';
import type { Logger, Metrics } from '../telemetry/index.ts';
import type { Cache, ChangeNews } from './cached-body.ts';
import { Followers } from './followers.ts';
import { CHANNEL, EVERYTHING } from './invalidate.ts';
import { type CacheCounters, TaggedCache } from './tagged-cache.ts';

/** What `openCache` needs to know. */
export type CacheOptions = {
  /** The database whose changes count; one connection of its own is opened to it. */
  readonly url: string;
  /** Budget for bodies, keys and their bookkeeping. */
  readonly maxBytes: number;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Shown in pg_stat_activity. Default `seaworthy-cache`. */
  readonly applicationName?: string;
};

const HEARTBEAT_MS = 400;
/** Interval and time limit of one heartbeat, and some room for a busy process. */
const PROOF_MAX_AGE_MS = 900;

/**
 * A cache of serialised bodies in this process that is never more than 1 s behind a commit, in any number of processes.
 *
 * How: entries carry tags. A writer names the tags it changed with `invalidate`, in its own transaction, so the news is
 * sent when and only when the change is committed. Each process hears it over a connection of its own and drops what
 * carries the tag. The heartbeat of that connection runs behind the news on the same wire: an answered heartbeat
 * proves that everything committed before it was sent has been heard. An entry is served only while the last proof is
 * younger than 0.9 s; a lost, hanging or frozen connection (or a process that was itself asleep) therefore means
 * loading, never serving something old. After a reconnect everything is dropped, since news may have been missed.
 *
 * A load that began before the news of a change may answer those who already waited for it; it is neither kept nor
 * joined by anybody who comes after the news. Loads of one key are shared.
 */
export async function openCache(options: CacheOptions): Promise<Cache & ChangeNews> {
  const { logger } = options;
  const epoch = randomUUID();
  let version = 0;
  let provenUntilMs = () => Number.NEGATIVE_INFINITY;
  const cache = new TaggedCache({
    maxBytes: options.maxBytes,
    isProven: () => performance.now() - provenUntilMs() <= PROOF_MAX_AGE_MS,
    counters: counters(options.metrics),
  });
  const invalidations = options.metrics.counter({
    name: 'cache_invalidations_total',
    help: 'Changes heard of.',
  });
  reportSize(options.metrics, cache);
  const followers = new Followers();
  const forget = () => {
    cache.forget();
    followers.tell();
  };
  const listener = await listen({
    url: options.url,
    channel: CHANNEL,
    applicationName: options.applicationName ?? 'seaworthy-cache',
    heartbeatMs: HEARTBEAT_MS,
    onNotification: (payload) => {
      invalidations.inc();
      version += 1;
      hear(cache, payload);
      followers.tell();
    },
    onLost: () => {
      logger.warn('The cache lost its database connection and serves nothing until it is back.');
      forget();
    },
    onReady: () => {
      version += 1;
      forget();
    },
  });
  provenUntilMs = () => listener.provenUntilMs();
  return {
    body: (key, tags, load) => cache.body(key, tags, load),
    peek: (key) => cache.peek(key),
    freshness: () => {
      const agoMs = performance.now() - provenUntilMs();
      return { epoch, version, provenAgoMs: Number.isFinite(agoMs) ? agoMs : null };
    },
    follow: (onNews) => followers.follow(onNews),
    provenUntilMs: () => provenUntilMs(),
    close: async () => {
      await listener.close();
      cache.forget();
    },
  };
}

/** News in a form we do not know (of a newer version of the program) drops everything: that is always right. */
function hear(cache: TaggedCache, payload: string): void {
  const tags = tagsOf(payload);
  if (!tags || tags.includes(EVERYTHING)) cache.forget();
  else cache.changed(tags);
}

function tagsOf(payload: string): string[] | undefined {
  try {
    const tags: unknown = JSON.parse(payload);
    return Array.isArray(tags) ? tags.map(String) : undefined;
  } catch {
    return undefined;
  }
}

function counters(metrics: Metrics): CacheCounters {
  const answers = metrics.counter({
    name: 'cache_answers_total',
    help: 'Answers by where they came from: kept (hit), loaded (miss), or shared with a load under way (joined).',
    labels: ['result'],
  });
  const hits = answers.labels('hit');
  const misses = answers.labels('miss');
  const joins = answers.labels('joined');
  return { hit: () => hits.inc(), miss: () => misses.inc(), joined: () => joins.inc() };
}

function reportSize(metrics: Metrics, cache: TaggedCache): void {
  metrics.gauge({
    name: 'cache_size_bytes',
    help: 'Bodies, keys and bookkeeping.',
    read: (gauge) => gauge.set(cache.bytes),
  });
  metrics.gauge({ name: 'cache_entries', help: 'Bodies kept.', read: (gauge) => gauge.set(cache.size) });
}
