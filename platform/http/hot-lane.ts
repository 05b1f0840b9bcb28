import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { CachedBody } from '../cache/index.ts';
import type { Logger } from '../telemetry/index.ts';
import { alreadyHas } from './conditional.ts';
import { REQUEST_ID_HEADER } from './request-id.ts';
import { parameterNames, type RecordRequest } from './request-recorder.ts';
import { JSON_TYPE, type Route, type RouteCache } from './route.ts';

const ADDRESSES_MAX = 5000;
const ADDRESS_MAX_LENGTH = 1024;

type Known = {
  readonly cache: RouteCache;
  readonly key: string;
  readonly route: Route;
  readonly log: Logger;
  readonly unchangedLog: Logger;
  /** Names and values in turn: the form Node writes without going through an object. */
  readonly headers: readonly string[];
  readonly unchangedHeaders: readonly string[];
};

/** What the lane shares with the server it belongs to. */
export type HotLaneOptions = {
  readonly headers: Readonly<Record<string, string>>;
  readonly requestId: (request: IncomingMessage) => string;
  readonly record: RecordRequest;
  readonly logger: Logger;
};

/**
 * Answers the addresses that are asked most straight from the cache, before routing and validation: an address that was
 * found valid once stays valid, and its answer is the body under its key. What goes out is the same (headers, request id, ETag,
 * 304, log line, metrics), only the way is shorter. Everything that is not
 * a plain GET of a kept body takes the usual way.
 */
export class HotLane {
  readonly #known = new LRUCache<string, Known>({ max: ADDRESSES_MAX });
  readonly #options: HotLaneOptions;
  #admit: ((route: Route, request: IncomingMessage) => readonly string[] | undefined) | undefined;
  #closed = false;

  constructor(options: HotLaneOptions) {
    this.#options = options;
  }

  /** From now on `admit` is asked for each answer: it gives headers to send with it, or undefined for the usual way. */
  limitBy(admit: (route: Route, request: IncomingMessage) => readonly string[] | undefined): void {
    this.#admit = admit;
  }

  /** From now on everything takes the usual way: the server is ending, or answers depend on more than the address. */
  close(): void {
    this.#closed = true;
  }

  /** Notes that a GET of this address was valid and is answered with the body under `key`. */
  remember(address: string, route: Route, cache: RouteCache, key: string): void {
    if (this.#closed || !cache.store.peek || address.length > ADDRESS_MAX_LENGTH || this.#known.has(address))
      return;
    const common = { ...this.#options.headers, 'cache-control': route.cacheControl };
    this.#known.set(address, {
      cache,
      key,
      route,
      ...this.#logsOf(route, address),
      headers: Object.entries({ ...common, ...contentHeaders(route) }).flat(),
      unchangedHeaders: Object.entries(common).flat(),
    });
  }

  /** Whether the request has been answered here. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (this.#closed || request.method !== 'GET') return false;
    const known = this.#known.get(request.url ?? '');
    const kept = known?.cache.store.peek?.(known.key);
    if (!known || !kept) return false;
    const limits = this.#admit ? this.#admit(known.route, request) : [];
    if (!limits) return false;
    this.#send(request, response, known, kept, limits);
    return true;
  }

  #send(
    request: IncomingMessage,
    response: ServerResponse,
    known: Known,
    kept: CachedBody,
    limits: readonly string[],
  ): void {
    const startedMs = performance.now();
    const { requestId, record } = this.#options;
    const id = requestId(request);
    const unchanged = alreadyHas(request.headers['if-none-match'], kept.etag);
    const tags = [REQUEST_ID_HEADER, id, 'etag', kept.etag, ...limits];
    if (unchanged) {
      response.writeHead(304, [...known.unchangedHeaders, ...tags]).end();
    } else {
      const length = ['content-length', String(kept.body.length)];
      response.writeHead(200, [...known.headers, ...tags, ...length]).end(kept.body);
    }
    const elapsedMs = performance.now() - startedMs;
    const route = known.route.path;
    const log = unchanged ? known.unchangedLog : known.log;
    const status = unchanged ? 304 : 200;
    record(log, { method: 'GET', route, status, elapsedMs, aborted: false, isCarried: true }, id);
  }

  /** Loggers that carry what is the same in every line of an address: that is most of a line, and most of its cost. */
  #logsOf(route: Route, address: string): Pick<Known, 'log' | 'unchangedLog'> {
    const { logger } = this.#options;
    const common = { method: 'GET', route: route.path, query: parameterNames(address) };
    return {
      log: logger.child({ ...common, status: 200 }),
      unchangedLog: logger.child({ ...common, status: 304 }),
    };
  }
}

/** What says how a route's body is to be read. Text that a browser may draw gets a policy of its own. */
export function contentHeaders(route: Route): Record<string, string> {
  if (route.produces === JSON_TYPE) return { 'content-type': JSON_TYPE };
  return { 'content-type': route.produces, 'content-security-policy': route.contentPolicy };
}
