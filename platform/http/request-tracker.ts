import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../telemetry/index.ts';
import { parameterNames, type RecordRequest } from './request-recorder.ts';
import { STREAM_TYPE } from './stream-type.ts';

/** The requests being answered right now. */
export type RequestTracker = { readonly open: ReadonlySet<ServerResponse> };

/** Follows every request of a server to its end, also those whose client goes away, and has it recorded. */
export function trackRequests(app: FastifyInstance, metrics: Metrics, record: RecordRequest): RequestTracker {
  const open = new Set<ServerResponse>();
  metrics.gauge({
    name: 'http_requests_in_flight',
    help: 'Requests being answered.',
    read: (gauge) => gauge.set(open.size),
  });
  app.addHook('onRequest', (request, reply, done) => {
    const { raw } = reply;
    const startedMs = performance.now();
    open.add(raw);
    const end = () => {
      if (!open.delete(raw)) return;
      record(request.log, {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        query: parameterNames(request.raw.url),
        status: raw.statusCode,
        elapsedMs: performance.now() - startedMs,
        aborted: !raw.writableEnded,
        isStream: raw.statusCode === 200 && request.headers.accept === STREAM_TYPE,
      });
    };
    // 'finish' is the regular end; a connection that breaks before says only 'close'.
    raw.on('finish', end);
    raw.on('close', end);
    done();
  });
  return { open };
}
