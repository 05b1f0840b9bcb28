import type { Logger, Metrics } from '../telemetry/index.ts';
import { FRESHNESS_PATH, LIVE_PATH, METRICS_PATH, READY_PATH } from './system-routes.ts';

const BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const QUIET_ROUTES = new Set<string>([LIVE_PATH, READY_PATH, METRICS_PATH, FRESHNESS_PATH]);
const NAMES_MAX = 20;
const NAMES_MAX_LENGTH = 200;

/** What is kept of one request. */
type RequestRecord = {
  readonly method: string;
  /** The pattern, never the address itself, which may hold personal data. */
  readonly route: string;
  /** See `parameterNames`. */
  readonly query?: string | undefined;
  readonly status: number;
  readonly elapsedMs: number;
  /** The client went away before the answer was out. */
  readonly aborted: boolean;
  /** An answer without an end: how long it was followed says nothing of how quick the server is. */
  readonly isStream?: boolean;
  /** The logger carries method, route, query and status already, written once for many lines. */
  readonly isCarried?: boolean;
};

/** Where request lines go: a logger, or one that carries the request id already. */
type LineLog = Pick<Logger, 'info' | 'debug'>;

/** Counts, times and logs one request. */
export type RecordRequest = (log: LineLog, record: RequestRecord, requestId?: string) => void;

/**
 * Makes the function that counts and times each request and writes its log line: method, route pattern, names of query
 * parameters, status, milliseconds. No header, no value of a parameter. Probes and scrapes are logged at debug level.
 */
export function requestRecorder(metrics: Metrics): RecordRequest {
  const duration = metrics.histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request headers read to the last byte handed over.',
    labels: ['method', 'route', 'status'],
    buckets: BUCKETS_S,
  });
  const series = new Map<string, { observe(seconds: number): void }>();
  return (log, request, requestId) => {
    const { method, route, query, status, elapsedMs, aborted, isStream = false, isCarried = false } = request;
    const outcome = aborted ? 'aborted' : `${Math.floor(status / 100)}xx`;
    // A client can invent methods, and each would be a series of its own.
    const known = METHODS.has(method) ? method : 'other';
    // Looking a bound series up is several times cheaper than naming its labels each time.
    const key = `${known} ${outcome} ${route}`;
    let bound = series.get(key);
    if (!bound) {
      bound = duration.labels({ method: known, route, status: outcome });
      series.set(key, bound);
    }
    if (!isStream) bound.observe(elapsedMs / 1000);
    const ms = Math.round(elapsedMs * 10) / 10;
    const level = QUIET_ROUTES.has(route) ? 'debug' : 'info';
    if (isCarried) log[level]({ requestId, ms }, 'request');
    else
      log[level]({ requestId, method, route, query, status, ms, aborted: aborted || undefined }, 'request');
  };
}

/** The names of the query parameters in an address for its log line; undefined when there are none. */
export function parameterNames(address: string | undefined): string | undefined {
  const at = address?.indexOf('?') ?? -1;
  if (address === undefined || at < 0 || at === address.length - 1) return undefined;
  const names = address
    .slice(at + 1)
    .split('&', NAMES_MAX)
    .map((parameter) => parameter.split('=', 1)[0]);
  return names.join(',').slice(0, NAMES_MAX_LENGTH);
}
