import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from '../telemetry/index.ts';
import type { RequestTracker } from './request-tracker.ts';
import { LIVE_PATH, METRICS_PATH, READY_PATH } from './system-routes.ts';

const BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const QUIET_ROUTES = new Set([LIVE_PATH, READY_PATH, METRICS_PATH]);
const QUERY_NAMES_MAX = 20;
const QUERY_NAMES_MAX_LENGTH = 200;

/** What a request is called in metrics and logs: its pattern, never the address itself, which may hold personal data. */
export type RouteName = (request: FastifyRequest) => string;

/**
 * Counts and times every request and writes one log line for each: method, route pattern, names of query parameters,
 * status, milliseconds. No header, no value of a parameter. Probes and scrapes are logged at debug level.
 */
export function observeRequests(tracker: RequestTracker, metrics: Metrics, routeName: RouteName): void {
  const duration = metrics.histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request headers read to the last byte handed over.',
    labels: ['method', 'route', 'status'],
    buckets: BUCKETS_S,
  });
  metrics.gauge({
    name: 'http_requests_in_flight',
    help: 'Requests being answered.',
    read: (gauge) => gauge.set(tracker.open.size),
  });
  const series = new Map<string, { observe(seconds: number): void }>();
  tracker.onEnd((request, reply, elapsedMs) => {
    const route = routeName(request);
    const method = METHODS.has(request.method) ? request.method : 'other';
    const aborted = !reply.raw.writableEnded;
    const status = aborted ? 'aborted' : `${Math.floor(reply.raw.statusCode / 100)}xx`;
    // Looking a bound series up is several times cheaper than naming its labels each time.
    const key = `${method} ${status} ${route}`;
    let bound = series.get(key);
    if (!bound) {
      bound = duration.labels({ method, route, status });
      series.set(key, bound);
    }
    bound.observe(elapsedMs / 1000);
    writeLine(request, reply, { route, aborted, elapsedMs });
  });
}

function writeLine(
  request: FastifyRequest,
  reply: FastifyReply,
  { route, aborted, elapsedMs }: { route: string; aborted: boolean; elapsedMs: number },
): void {
  const level = QUIET_ROUTES.has(route) ? 'debug' : 'info';
  const names = Object.keys((request.query as Record<string, unknown> | null) ?? {});
  request.log[level](
    {
      method: request.method,
      route,
      query:
        names.length > 0
          ? names.slice(0, QUERY_NAMES_MAX).join(',').slice(0, QUERY_NAMES_MAX_LENGTH)
          : undefined,
      status: reply.raw.statusCode,
      ms: Math.round(elapsedMs * 10) / 10,
      aborted: aborted || undefined,
    },
    'request',
  );
}
