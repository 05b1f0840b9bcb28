import { createServer, type RequestListener, type Server } from 'node:http';
import { getHeapStatistics } from 'node:v8';

/** Bounds of one server; every one has a default. */
export type ServerLimits = {
  /** Largest request body. Default 1 MiB. */
  readonly bodyMaxBytes?: number;
  /** Time to receive a whole request. Default 15 000. */
  readonly requestTimeoutMs?: number;
  /** Time for a handler to answer. Default 10 000; keep the database's statement timeout below it. */
  readonly handlerTimeoutMs?: number;
  /** An idle kept-alive connection is closed after this. Default 72 000, above the usual 60 s of balancers. */
  readonly keepAliveTimeoutMs?: number;
  /** A connection without any traffic is closed after this. Default 120 000. */
  readonly connectionTimeoutMs?: number;
  /** All request headers together. Default 16 KiB. */
  readonly headersMaxBytes?: number;
  /** One path parameter. Default 200 characters. */
  readonly paramMaxLength?: number;
  /** Event-loop delay above which requests are shed when it lasts. Default 1 000. */
  readonly eventLoopDelayMaxMs?: number;
  /** Used heap above which requests are shed. Default 90 % of what the process may use. */
  readonly heapMaxBytes?: number;
};

const HEAP_SHARE_MAX = 0.9;

/** Fills in the defaults. */
export function withDefaults(limits: ServerLimits = {}): Required<ServerLimits> {
  return {
    bodyMaxBytes: limits.bodyMaxBytes ?? 1_048_576,
    requestTimeoutMs: limits.requestTimeoutMs ?? 15_000,
    handlerTimeoutMs: limits.handlerTimeoutMs ?? 10_000,
    keepAliveTimeoutMs: limits.keepAliveTimeoutMs ?? 72_000,
    connectionTimeoutMs: limits.connectionTimeoutMs ?? 120_000,
    headersMaxBytes: limits.headersMaxBytes ?? 16_384,
    paramMaxLength: limits.paramMaxLength ?? 200,
    eventLoopDelayMaxMs: limits.eventLoopDelayMaxMs ?? 1000,
    heapMaxBytes: limits.heapMaxBytes ?? getHeapStatistics().heap_size_limit * HEAP_SHARE_MAX,
  };
}

/** The part of the limits that Fastify enforces. */
export function fastifyLimits(limits: Required<ServerLimits>) {
  return { bodyLimit: limits.bodyMaxBytes, routerOptions: { maxParamLength: limits.paramMaxLength } };
}

/** A Node server with the part of the limits that it enforces. */
export function limitedServer(limits: Required<ServerLimits>, listener: RequestListener): Server {
  const server = createServer(
    {
      maxHeaderSize: limits.headersMaxBytes,
      headersTimeout: limits.requestTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      keepAliveTimeout: limits.keepAliveTimeoutMs,
    },
    listener,
  );
  server.setTimeout(limits.connectionTimeoutMs);
  return server;
}
