import { type Dispatcher, Pool } from 'undici';
import { unavailable } from '../errors/index.ts';
import type { ApiWatch } from './api-watch.ts';
import { openableOrigin } from './upstream-origin.ts';

/** One request to pass on. The path starts with a slash and includes the query. */
export type UpstreamRequest = {
  readonly method: Dispatcher.HttpMethod;
  readonly path: string;
  readonly headers: Record<string, string | string[]>;
  readonly body?: Dispatcher.DispatchOptions['body'];
  readonly signal?: AbortSignal;
  /** The answer is a stream of events and has no end. */
  readonly isStream?: boolean;
};

/** What came back: a short body whole, a long one as a stream. */
export type UpstreamResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer | Dispatcher.ResponseData['body'];
};

/** How long a process that refused or dropped a connection is passed over, and other bounds. */
const DOWN_MS = 1000;
const CONNECTIONS_MAX = 64;
/** Per API process; it admits fewer. */
const STREAMS_MAX = 1_100;
/** Streams say something every 15 s. */
const STREAM_QUIET_MAX_MS = 45_000;
const CONNECT_TIMEOUT_MS = 2000;
const ANSWER_TIMEOUT_MS = 20_000;
/** Below the servers' own 72 s, so that we never send on a connection they are about to close. */
const KEEP_ALIVE_MS = 10_000;
/** Answers up to this are taken whole before the first byte goes on, so that a process may die in the middle of one. */
const WHOLE_MAX_BYTES = 1_048_576;

const WITHOUT_BODY = new Set([204, 304]);

const CONNECTION_FAILURES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]);

/** The part of the watch that decides who is asked. */
type Watched = Pick<ApiWatch, 'isResponsive' | 'goneSignal'>;

const UNWATCHED: Watched = { isResponsive: () => true, goneSignal: () => undefined };

type Upstream = {
  readonly origin: string;
  readonly pool: Pool;
  /** Streams keep their connections for hours: they have some of their own, so that no other request waits for one. */
  readonly streamPool: Pool;
  downUntilMs: number;
};

/**
 * The API processes behind a front door, asked in turn over kept-alive connections. One that refuses or drops a connection
 * is passed over for a second, one that stops answering until it answers again, and a GET or HEAD that met it goes to another
 * one: no reader notices that a process died or froze.
 */
export class Upstreams {
  readonly #upstreams: readonly Upstream[];
  readonly #watch: Watched;
  #turn = 0;

  /** Throws when an origin is not of the form `http://host:port`, or there is none. */
  constructor(origins: readonly string[], watch: Watched = UNWATCHED) {
    this.#watch = watch;
    if (origins.length === 0) throw new Error('The front door needs the origin of at least one API process.');
    this.#upstreams = origins.map((origin) => ({
      origin,
      pool: openPool(origin, CONNECTIONS_MAX, ANSWER_TIMEOUT_MS),
      streamPool: openPool(origin, STREAMS_MAX, STREAM_QUIET_MAX_MS),
      downUntilMs: 0,
    }));
  }

  /**
   * Passes a request on. Rejects with `unavailable` when nobody could be reached, with undici's error when an answer took
   * too long, and with the signal's reason when it is aborted.
   */
  async request(request: UpstreamRequest): Promise<UpstreamResponse> {
    const repeatable = request.method === 'GET' || request.method === 'HEAD';
    const untried = new Set(this.#upstreams);
    let failure: unknown;
    while (untried.size > 0) {
      const upstream = this.#pick(untried);
      untried.delete(upstream);
      try {
        const response = await ask(upstream, request, this.#goneSignal(upstream, repeatable));
        upstream.downUntilMs = 0;
        return response;
      } catch (error) {
        const isGone = repeatable && !this.#watch.isResponsive(upstream.origin) && !request.signal?.aborted;
        if (!isGone && !isConnectionFailure(error)) throw error;
        if (!isGone) upstream.downUntilMs = performance.now() + DOWN_MS;
        failure = error;
        if (!repeatable) break;
      }
    }
    throw unavailable('The service cannot be reached right now. Try again shortly.', { cause: failure });
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    const pools = this.#upstreams.flatMap(({ pool, streamPool }) => [pool, streamPool]);
    await Promise.all(pools.map((pool) => pool.destroy()));
  }

  /** What ends a request that may be sent again elsewhere; one that may not waits for its answer. */
  #goneSignal({ origin }: Upstream, repeatable: boolean): AbortSignal | undefined {
    return repeatable ? this.#watch.goneSignal(origin) : undefined;
  }

  /** The next in turn among those that are up; when all are down, the one that has been down the longest. */
  #pick(candidates: ReadonlySet<Upstream>): Upstream {
    const nowMs = performance.now();
    const all = [...candidates];
    const answering = all.filter(({ origin }) => this.#watch.isResponsive(origin));
    const up = answering.filter((upstream) => upstream.downUntilMs <= nowMs);
    this.#turn += 1;
    const chosen =
      up.length > 0
        ? up[this.#turn % up.length]
        : (answering.length > 0 ? answering : all).reduce((one, other) =>
            other.downUntilMs < one.downUntilMs ? other : one,
          );
    if (!chosen) throw new Error('There is nothing to pick from.');
    return chosen;
  }
}

function openPool(origin: string, connections: number, bodyTimeout: number): Pool {
  return new Pool(openableOrigin(origin), {
    connections,
    pipelining: 1,
    connectTimeout: CONNECT_TIMEOUT_MS,
    headersTimeout: ANSWER_TIMEOUT_MS,
    bodyTimeout,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
  });
}

async function ask(
  { pool, streamPool }: Upstream,
  { isStream = false, ...request }: UpstreamRequest,
  gone: AbortSignal | undefined,
): Promise<UpstreamResponse> {
  const signals = [request.signal, gone].filter((signal) => signal !== undefined);
  const options = { ...request, ...(signals.length > 0 && { signal: AbortSignal.any(signals) }) };
  const { statusCode: status, headers, body } = await (isStream ? streamPool : pool).request(options);
  const length = Number(headers['content-length'] ?? Number.NaN);
  const short = request.method === 'HEAD' || WITHOUT_BODY.has(status) || length <= WHOLE_MAX_BYTES;
  return { status, headers, body: short ? Buffer.from(await body.arrayBuffer()) : body };
}

/** Whether the process was not there or went away; how it answered or how slowly is no such failure. */
function isConnectionFailure(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'string' && CONNECTION_FAILURES.has(code)) return true;
  return cause !== undefined && isConnectionFailure(cause);
}
