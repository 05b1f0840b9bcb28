import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from '../telemetry/index.ts';

const BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const QUERY_KEYS_MAX = 20;

/** What a request is called in metrics and logs: its pattern, never the address itself, which may hold personal data. */
export type RouteName = (request: FastifyRequest) => string;

/** How many requests are being answered right now. */
export type RequestCount = { current(): number };

/**
 * Counts and times every request, also one whose client went away, and writes one log line for each: method, route
 * pattern, names of query parameters, status, milliseconds. No header, no value of a parameter.
 */
export function observeRequests(app: FastifyInstance, metrics: Metrics, routeName: RouteName): RequestCount {
  let inFlight = 0;
  const duration = metrics.histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte read to the last byte sent.',
    labels: ['method', 'route', 'status'],
    buckets: BUCKETS_S,
  });
  metrics.gauge({
    name: 'http_requests_in_flight',
    help: 'Requests being answered.',
    read: (gauge) => gauge.set(inFlight),
  });
  app.addHook('onRequest', (request, reply, done) => {
    inFlight += 1;
    const startedMs = performance.now();
    // 'close' comes after the last byte as well as after a broken connection; hooks of Fastify miss the latter.
    reply.raw.once('close', () => {
      inFlight -= 1;
      const elapsedMs = performance.now() - startedMs;
      const aborted = !reply.raw.writableFinished;
      const route = routeName(request);
      const status = aborted ? 'aborted' : `${Math.floor(reply.raw.statusCode / 100)}xx`;
      duration.observe({ method: methodLabel(request.method), route, status }, elapsedMs / 1000);
      writeLine(request, reply, { route, aborted, elapsedMs });
    });
    done();
  });
  return { current: () => inFlight };
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** A client can invent methods, and each would be a new time series. */
function methodLabel(method: string): string {
  return METHODS.has(method) ? method : 'other';
}

function writeLine(
  request: FastifyRequest,
  reply: FastifyReply,
  { route, aborted, elapsedMs }: { route: string; aborted: boolean; elapsedMs: number },
): void {
  const quiet = route.startsWith('/health/') || route === '/metrics';
  const query = request.query as Record<string, unknown> | undefined;
  const names = query ? Object.keys(query).slice(0, QUERY_KEYS_MAX) : [];
  request.log[quiet ? 'debug' : 'info'](
    {
      method: request.method,
      route,
      ...(names.length > 0 && { query: names.join(',').slice(0, 200) }),
      status: reply.raw.statusCode,
      ms: Math.round(elapsedMs * 10) / 10,
      ...(aborted && { aborted }),
    },
    'request',
  );
}
