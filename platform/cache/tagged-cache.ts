import { BodyStore } from './body-store.ts';
import type { CachedBody } from './cached-body.ts';
import { entityTag } from './entity-tag.ts';

/** One load under way. */
type Flight = {
  readonly tags: readonly string[];
  readonly startedMs: number;
  readonly result: Promise<CachedBody>;
  /** Set when something it may have read has changed: who waits gets its result, nobody else ever does. */
  overtaken: boolean;
};

/** Counts what the cache does; called for every answer, so it must be cheap. */
export type CacheCounters = { hit(): void; miss(): void; joined(): void };

/** Without proof of freshness a load that began this recently may still be shared; the bound of staleness then. */
const UNPROVEN_SHARE_MS = 500;

/**
 * The rules of the cache, apart from where news of changes comes from: `isProven` says whether every change older than
 * the promised bound has been heard of, `changed` and `forget` bring the news.
 */
export class TaggedCache {
  readonly #store: BodyStore;
  readonly #flights = new Map<string, Flight>();
  readonly #isProven: () => boolean;
  readonly #counters: CacheCounters;

  constructor(o: { maxBytes: number; isProven: () => boolean; counters: CacheCounters }) {
    this.#store = new BodyStore(o.maxBytes);
    this.#isProven = o.isProven;
    this.#counters = o.counters;
  }

  get bytes(): number {
    return this.#store.bytes;
  }

  get size(): number {
    return this.#store.size;
  }

  peek(key: string): CachedBody | undefined {
    const kept = this.#isProven() ? this.#store.get(key) : undefined;
    if (kept) this.#counters.hit();
    return kept;
  }

  async body(
    key: string,
    tags: readonly string[],
    load: () => Promise<string | Buffer>,
  ): Promise<CachedBody> {
    const kept = this.peek(key);
    if (kept) return kept;
    const flight = this.#flights.get(key);
    if (flight && (this.#isProven() || performance.now() - flight.startedMs <= UNPROVEN_SHARE_MS)) {
      this.#counters.joined();
      return flight.result;
    }
    this.#counters.miss();
    return this.#begin(key, tags, load).result;
  }

  /** What carries one of these tags has changed: it is dropped, and loads that may have read it are not kept. */
  changed(tags: readonly string[]): void {
    for (const tag of tags) this.#store.drop(tag);
    for (const [key, flight] of this.#flights) {
      if (flight.tags.some((tag) => tags.includes(tag))) this.#overtake(key, flight);
    }
  }

  /** Anything may have changed. */
  forget(): void {
    this.#store.clear();
    for (const [key, flight] of this.#flights) this.#overtake(key, flight);
  }

  #begin(key: string, tags: readonly string[], load: () => Promise<string | Buffer>): Flight {
    const flight: Flight = {
      tags,
      startedMs: performance.now(),
      overtaken: false,
      // A microtask later, so that the flight is known before `load` can fail or finish.
      result: Promise.resolve()
        .then(load)
        .then((content) => {
          const body = serialised(content);
          if (!flight.overtaken) this.#store.set(key, body, tags);
          return body;
        })
        .finally(() => {
          if (this.#flights.get(key) === flight) this.#flights.delete(key);
        }),
    };
    this.#flights.set(key, flight);
    return flight;
  }

  #overtake(key: string, flight: Flight): void {
    flight.overtaken = true;
    this.#flights.delete(key);
  }
}

function serialised(content: string | Buffer): CachedBody {
  const body = typeof content === 'string' ? ownBuffer(content) : content;
  return { body, etag: entityTag(body) };
}

/** Small buffers of Node share one block, which a single long-lived one would keep alive; the budget counts bytes. */
function ownBuffer(text: string): Buffer {
  const body = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  body.write(text);
  return body;
}
