import type { IncomingMessage, ServerResponse } from 'node:http';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import type { Logger, Metrics } from '../telemetry/index.ts';
import { answerBrokenRequest } from './broken-request.ts';
import { createDrain, type Drain, type DrainOptions } from './drain.ts';
import { sendError } from './envelope.ts';
import { HotLane, type HotLaneOptions } from './hot-lane.ts';
import { REQUEST_ID_HEADER, requestIds } from './request-id.ts';
import { requestRecorder } from './request-recorder.ts';
import { trackRequests } from './request-tracker.ts';
import { fastifyLimits, limitedServer, type ServerLimits, withDefaults } from './server-limits.ts';
import { shedLoad } from './shed-load.ts';
import { type TrustedProxy, trustedProxies } from './trusted-proxies.ts';

/** What every server is made of, the APIs and the front doors alike. */
export type BaseServerOptions = {
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Addresses and ranges of our own proxies; only their forwarding headers and request ids are believed. Default none. */
  readonly trustProxy?: readonly string[];
  readonly limits?: ServerLimits;
  readonly drain?: DrainOptions;
  /** Answers what is ready to be sent, before anything else looks at a request. */
  readonly early?: (tools: EarlyTools) => EarlyAnswers;
};

/** What an answer that takes the short way out must still do like every other: headers, request id, log line, metrics. */
export type EarlyTools = HotLaneOptions;

/** Answers a request, or says that it did not. */
export type EarlyAnswers = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A server that holds what all keep, with no routes yet. */
export type BaseServer = {
  readonly app: FastifyInstance;
  readonly limits: Required<ServerLimits>;
  readonly drain: Drain;
  /** Whether an address is one of our own proxies. */
  readonly trusted: TrustedProxy;
  /** Where routes note which addresses can be answered straight from the cache. */
  readonly lane: HotLane;
  /** Starts to listen; returns the address in use. Port 0 takes a free one. */
  listen(o: ListenAddress): Promise<{ readonly origin: string; readonly port: number }>;
};

/** Where to listen. */
export type ListenAddress = { readonly host: string; readonly port: number };

/**
 * Begins a server with everything that holds for each of its answers: `headers`, a request id, the error envelope, one
 * log line, metrics, limits, load shedding, an orderly end.
 */
export function createBaseServer(
  options: BaseServerOptions,
  headers: Readonly<Record<string, string>>,
): BaseServer {
  const limits = withDefaults(options.limits);
  const trusted = trustedProxies(options.trustProxy ?? []);
  const requestId = requestIds(trusted);
  const record = requestRecorder(options.metrics);
  const tools = { headers, requestId, record, logger: options.logger };
  const lane = new HotLane(tools);
  const early = options.early?.(tools) ?? (() => false);
  const app = fastify({
    ...fastifyLimits(limits),
    serverFactory: (handler) =>
      limitedServer(limits, (request, response) => {
        const isAnswered = !drain.draining && (lane.answer(request, response) || early(request, response));
        if (!isAnswered) handler(request, response);
      }),
    loggerInstance: options.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestId,
    requestIdHeader: false,
    trustProxy: trusted,
    // A request that still reaches a closing server is answered, with `Connection: close`.
    return503OnClosing: false,
    exposeHeadRoutes: false,
    clientErrorHandler: answerBrokenRequest(headers),
    frameworkErrors: (error, request, reply) => {
      sendError(request, reply.headers({ ...headers, [REQUEST_ID_HEADER]: request.id }), error);
    },
  });
  const { open } = trackRequests(app, options.metrics, record);
  const drain: Drain = createDrain(app, {
    open,
    begin: () => lane.close(),
    logger: options.logger,
    ...options.drain,
  });
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header(REQUEST_ID_HEADER, request.id);
    done();
  });
  app.setErrorHandler((error, request, reply) => sendError(request, reply, error));
  shedLoad(app, limits);
  return { app, limits, drain, trusted, lane, listen: (where) => listen(app, where) };
}

async function listen(app: FastifyInstance, where: ListenAddress) {
  await app.listen({ ...where });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : where.port;
  const host = where.host.includes(':') ? `[${where.host}]` : where.host;
  return { origin: `http://${host}:${port}`, port };
}
