import type { IncomingMessage } from 'node:http';
import type { Metrics } from '../../telemetry/index.ts';
import type { ApiWatch, Stamp } from '../api-watch.ts';
import { createNonce, pagePolicy } from '../page-policy.ts';
import { RenderContext, type RenderPage } from '../render-page.ts';
import { type CanonicalRequest, captureResponse } from './capture-response.ts';
import { type KeptPage, makePage } from './kept-page.ts';
import { PageStore } from './page-store.ts';

/** What a product decides about the cache of its pages. */
export type PageCacheOptions = {
  /** Budget for bodies, keys and their bookkeeping. */
  readonly maxBytes: number;
  /**
   * Reduces a GET or HEAD to all that its answer may depend on: the renderer is given this and nothing else of the client's
   * request, so whatever is left out cannot get into a page that others are sent. Undefined: not to be kept, because the
   * answer is for one reader, or never the same twice.
   */
  canonical(request: IncomingMessage): CanonicalRequest | undefined;
};

/** One rendering under way. */
type Flight = {
  readonly stamp: Stamp;
  readonly startedMs: number;
  /** How many wait for it; aborted when the last of them has left. */
  readerCount: number;
  readonly unwanted: AbortController;
  readonly page: Promise<KeptPage | undefined>;
};

/** Pages depend on the hour too (what is on today); nothing is shown for longer than this without being rendered again. */
const AGE_MAX_MS = 300_000;
/** Without proof of freshness a rendering that has just begun may still be shared: the API's own 0.9 s and this make a second. */
const UNPROVEN_SHARE_MS = 100;
const KEY_MAX_LENGTH = 2_048;
/** A page that is there, and one that is not. Redirects and failures are cheap, or must be tried again. */
const KEPT_STATUSES = new Set([200, 404]);

/** Where an answer came from. */
type Result = 'hit' | 'joined' | 'miss' | 'unshared';

/** Where pages come from and what is known of their freshness. */
export type PageCacheDeps = {
  readonly watch: ApiWatch;
  readonly renderPage: RenderPage;
  readonly metrics: Metrics;
};

/**
 * Rendered pages in this process, by what they depend on. Never more than 1 s behind a commit, with no connection to a
 * database: see {@link ApiWatch} for the rule. Renderings of one key are shared by all who ask while it stays current.
 */
export class PageCache {
  readonly #options: PageCacheOptions;
  readonly #deps: PageCacheDeps;
  readonly #store: PageStore;
  readonly #flights = new Map<string, Flight>();
  readonly #counts: Readonly<Record<Result, () => void>>;

  constructor(options: PageCacheOptions, deps: PageCacheDeps) {
    this.#options = options;
    this.#deps = deps;
    this.#store = new PageStore(options.maxBytes);
    const answers = deps.metrics.counter({
      name: 'page_cache_answers_total',
      help: 'Pages by where they came from: kept (hit), a rendering under way (joined), rendered (miss), rendered for one reader (unshared).',
      labels: ['result'],
    });
    const counting = (result: Result) => {
      const bound = answers.labels(result);
      return () => bound.inc();
    };
    this.#counts = {
      hit: counting('hit'),
      joined: counting('joined'),
      miss: counting('miss'),
      unshared: counting('unshared'),
    };
    this.#reportSize();
  }

  /** The key of a request and what is rendered for it; undefined when its answer is for one reader. */
  planOf(request: IncomingMessage): PagePlan | undefined {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    const canonical = this.#options.canonical(request);
    if (!canonical) return undefined;
    const key = keyOf(canonical);
    return key.length > KEY_MAX_LENGTH ? undefined : { key, canonical };
  }

  /** The kept page if it may be served right now. */
  peek({ key }: PagePlan): KeptPage | undefined {
    const entry = this.#store.get(key);
    if (!entry || performance.now() - entry.renderedMs > AGE_MAX_MS) return undefined;
    if (!this.#deps.watch.isCurrent(entry.stamp)) return undefined;
    return entry.page;
  }

  /**
   * The page, rendered when it is not kept; undefined when the answer turned out to be for one reader only. `left` is aborted when
   * the reader goes away: what the last one has left before its turn came is not rendered, and rejects with `unavailable`.
   */
  async page(plan: PagePlan, left: AbortSignal): Promise<KeptPage | undefined> {
    const kept = this.peek(plan);
    if (kept) {
      this.count('hit');
      return kept;
    }
    const flight = this.#flights.get(plan.key);
    if (flight && this.#isShareable(flight)) {
      this.count('joined');
      return join(flight, left);
    }
    this.count('miss');
    return join(this.#begin(plan), left);
  }

  /** Counts an answer that was not counted by {@link page}. */
  count(result: Result): void {
    this.#counts[result]();
  }

  /** Anything may have changed. What is being rendered is judged by its stamp when it is ready. */
  forget(): void {
    this.#store.clear();
  }

  #isShareable({ stamp, startedMs, unwanted }: Flight): boolean {
    if (unwanted.signal.aborted) return false;
    return this.#deps.watch.isCurrent(stamp) || performance.now() - startedMs <= UNPROVEN_SHARE_MS;
  }

  #begin(plan: PagePlan): Flight {
    const stamp = this.#deps.watch.stamp();
    const unwanted = new AbortController();
    const flight: Flight = {
      stamp,
      startedMs: performance.now(),
      readerCount: 0,
      unwanted,
      page: this.#render(plan, stamp, unwanted.signal).finally(() => {
        if (this.#flights.get(plan.key) === flight) this.#flights.delete(plan.key);
      }),
    };
    this.#flights.set(plan.key, flight);
    return flight;
  }

  async #render(
    { key, canonical }: PagePlan,
    stamp: Stamp,
    unwanted: AbortSignal,
  ): Promise<KeptPage | undefined> {
    const { renderPage, watch } = this.#deps;
    const nonce = createNonce();
    const policy = { 'content-security-policy': pagePolicy(nonce), 'x-nonce': nonce };
    const asked = { url: canonical.url, headers: { ...canonical.headers, ...policy } };
    const context = new RenderContext(watch, stamp, unwanted);
    const renderedMs = performance.now();
    const captured = await captureResponse(asked, (request, response) =>
      renderPage(request, response, context),
    );
    if (captured.headers['set-cookie'] !== undefined) return undefined;
    const page = await makePage(captured, nonce);
    const isWhole = KEPT_STATUSES.has(captured.status) && !context.isIncomplete;
    if (isWhole && watch.isCurrent(stamp)) this.#store.set(key, canonical.url, { page, stamp, renderedMs });
    return page;
  }

  #reportSize(): void {
    const { metrics } = this.#deps;
    metrics.gauge({
      name: 'page_cache_size_bytes',
      help: 'Bodies, keys and bookkeeping.',
      read: (gauge) => gauge.set(this.#store.bytes),
    });
    metrics.gauge({
      name: 'page_cache_entries',
      help: 'Pages kept.',
      read: (gauge) => gauge.set(this.#store.size),
    });
  }
}

/** A request that may be answered with a kept page. */
export type PagePlan = { readonly key: string; readonly canonical: CanonicalRequest };

function join(flight: Flight, left: AbortSignal): Promise<KeptPage | undefined> {
  flight.readerCount += 1;
  left.addEventListener(
    'abort',
    () => {
      flight.readerCount -= 1;
      if (flight.readerCount === 0) flight.unwanted.abort();
    },
    { once: true },
  );
  return flight.page;
}

function keyOf({ url, headers }: CanonicalRequest): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [url, ...lines.sort()].join('\n');
}
