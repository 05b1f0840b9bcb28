import { setTimeout as sleep } from 'node:timers/promises';
import { tooManyRequests, unavailable } from '../errors/index.ts';
import type { Db } from '../postgres/index.ts';
import type { Logger, Metrics } from '../telemetry/index.ts';
import { Feed, UNTOLD_MAX } from './feed.ts';
import { isMark } from './mark.ts';
import { type EventRow, selectMissed, selectNews, selectSnapshot } from './queries.ts';

/** Who looks, and what he was told before. */
export interface Viewer {
  /** Whom he counts among; he is told of nothing else. The first one names him. */
  readonly audiences: readonly string[];
  /** The mark of the last news he got; what came after it is told first. */
  readonly lastMark?: string | undefined;
  /** Aborted when he is gone. */
  readonly signal: AbortSignal;
}

/** What a viewer is told at once. */
export interface ViewerNews {
  /** Where he can go on from, in any process. */
  readonly mark: string;
  /** Something may have been missed: look at everything anew. Then there are no events. */
  readonly hasMissed: boolean;
  /** Of each subject the latest; empty when all that is to be told is the mark. */
  readonly events: readonly EventRow[];
}

/** Tells viewers what happens. */
export interface EventHub {
  /**
   * News as they come, at most four times a second, and a bare mark at the beginning and now and then.
   *
   * @throws AppError `too_many_requests` when one viewer looks too often at once, `unavailable` when too many look at all.
   */
  follow(viewer: Viewer): Promise<AsyncIterable<ViewerNews>>;
}

/** What the hub of a process needs. */
export interface EventHubOptions {
  readonly db: Db<unknown>;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** A viewer who has heard nothing for so long is told the mark, and the connection that it is in use. Default 15000. */
  readonly quietMs?: number;
}

const ASK_EVERY_MS = 250;
const QUIET_MS = 15_000;
const FOLLOWED_MAX = 1_000;
/** Windows of one person, and then some. */
const FOLLOWED_BY_ONE_MAX = 12;
/**
 * Opens the hub of a process. While somebody looks, it asks the database four times a second, once for all viewers, what
 * was committed since it asked last; while nobody does it asks nothing. An answer that fails to come is asked for again:
 * the snapshot it was asked with stays, so nothing is missed and nothing comes twice.
 */
export function openEventHub(options: EventHubOptions): EventHub {
  const hub = new PollingHub(options);
  options.metrics.gauge({
    name: 'events_viewers',
    help: 'Viewers that are told of events as they come.',
    read: (gauge) => gauge.set(hub.size),
  });
  return hub;
}

class PollingHub implements EventHub {
  readonly #options: EventHubOptions;
  readonly #feeds = new Set<Feed>();
  /** Everything this snapshot contains has been offered to every feed. */
  #mark = '';
  #isAsking = false;
  #underWay: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(options: EventHubOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#feeds.size;
  }

  async follow(viewer: Viewer): Promise<AsyncIterable<ViewerNews>> {
    this.#assertRoom(viewer);
    if (!this.#isAsking) await this.#begin();
    // Another process may have told this viewer more than was heard of here: his mark must not be ahead of ours.
    else if (viewer.lastMark !== undefined) await this.#askAnew();
    const feed = new Feed(viewer.audiences);
    this.#feeds.add(feed);
    viewer.signal.addEventListener('abort', () => this.#feeds.delete(feed), { once: true });
    if (!this.#isAsking) void this.#keepAsking();
    try {
      // Nothing was awaited between the entry and the look at this mark: what comes after it will be offered.
      if (viewer.lastMark !== undefined) await this.#catchUp(feed, viewer.lastMark, this.#mark);
    } catch (error) {
      this.#feeds.delete(feed);
      throw error;
    }
    return this.#tell(feed, viewer.signal);
  }

  #assertRoom({ audiences: [name = ''] }: Viewer): void {
    if (this.#feeds.size >= FOLLOWED_MAX)
      throw unavailable('Too many are looking here right now. Try again shortly.');
    const own = [...this.#feeds].filter((feed) => feed.audiences.has(name)).length;
    if (own >= FOLLOWED_BY_ONE_MAX && name.startsWith('account:'))
      throw tooManyRequests('You are looking in too many windows at once. Close some of them.', 60);
  }

  /** Several may begin at once; the first to have the snapshot begins for all. */
  async #begin(): Promise<void> {
    const mark = await selectSnapshot(this.#options.db);
    if (!this.#isAsking) this.#mark = mark;
  }

  async #keepAsking(): Promise<void> {
    this.#isAsking = true;
    let failedCount = 0;
    while (this.#feeds.size > 0) {
      await sleep(ASK_EVERY_MS);
      if (this.#feeds.size === 0) break;
      try {
        await this.#askAnew();
        failedCount = 0;
      } catch (error) {
        failedCount += 1;
        if (failedCount === 1) this.#options.logger.warn({ err: error }, 'events cannot be read right now');
      }
    }
    this.#isAsking = false;
  }

  /** Asks for news, beginning after this call. One asks at a time; who comes meanwhile shares the next with others. */
  #askAnew(): Promise<void> {
    this.#next ??= this.#underWay.then(() => {
      this.#next = undefined;
      const asked = this.#ask();
      this.#underWay = asked.catch(() => undefined);
      return asked;
    });
    return this.#next;
  }

  async #ask(): Promise<void> {
    const { snapshot, events } = await selectNews(this.#options.db, this.#mark);
    this.#mark = snapshot;
    if (events.length > 0) for (const feed of this.#feeds) feed.offer(events);
  }

  async #catchUp(feed: Feed, lastMark: string, until: string): Promise<void> {
    if (!isMark(lastMark)) return feed.miss();
    const asked = { since: lastMark, until, audiences: [...feed.audiences], countMax: UNTOLD_MAX + 1 };
    const { isWhole, events } = await selectMissed(this.#options.db, asked);
    if (isWhole) feed.precede(events);
    else feed.miss();
  }

  async *#tell(feed: Feed, signal: AbortSignal): AsyncIterable<ViewerNews> {
    try {
      while (!signal.aborted) {
        // Every feed has been offered all that this mark contains.
        yield { mark: this.#mark, ...feed.take() };
        const toldMs = performance.now();
        await feed.something(this.#options.quietMs ?? QUIET_MS, signal);
        const pauseMs = ASK_EVERY_MS - (performance.now() - toldMs);
        if (pauseMs > 0) await sleep(pauseMs, undefined, { signal }).catch(() => {});
      }
    } finally {
      this.#feeds.delete(feed);
    }
  }
}
