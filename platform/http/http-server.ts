import underPressure from '@fastify/under-pressure';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import { unavailable } from '../errors/index.ts';
import type { Logger, Metrics } from '../telemetry/index.ts';
import { answerBrokenRequest } from './broken-request.ts';
import { allowOrigins, type CorsOptions } from './cors.ts';
import { createDrain, type DrainOptions } from './drain.ts';
import { sendError } from './envelope.ts';
import { unroutable } from './not-found.ts';
import { observeRequests } from './observe-requests.ts';
import { openApiRoute } from './open-api-route.ts';
import type { ReadinessCheck } from './readiness.ts';
import { type Authorize, refuseUndeclared, registerRoutes } from './register-routes.ts';
import { REQUEST_ID_HEADER, requestIds } from './request-id.ts';
import { trackRequests } from './request-tracker.ts';
import type { Route } from './route.ts';
import { DATA_CSP, type SecurityHeaderOptions, securityHeaders } from './security-headers.ts';
import { type ServerLimits, serverOptions, withDefaults } from './server-limits.ts';
import { healthRoutes, metricsRoute } from './system-routes.ts';
import { trustedProxies } from './trusted-proxies.ts';
import { createValidatorCompiler } from './validation.ts';

/** What an API server is made of. */
export type HttpServerOptions = SecurityHeaderOptions & {
  /** Shown by readiness, for example the commit. */
  readonly version: string;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly routes: readonly Route[];
  readonly checks: readonly ReadinessCheck[];
  /** Addresses and ranges of our own proxies; only their forwarding headers and request ids are believed. Default none. */
  readonly trustProxy?: readonly string[];
  /** Judges permissions. Without it a route that needs one stops the start. */
  readonly authorize?: Authorize;
  readonly cors?: CorsOptions;
  readonly limits?: ServerLimits;
  readonly drain?: DrainOptions;
  /** Serves the API reference as a public route. */
  readonly openApi?: { readonly path: string; readonly title: string };
};

/** A built server. */
export type HttpServer = {
  /** For tests (`inject`) only; routes are not added to it. */
  readonly app: FastifyInstance;
  /** Starts to listen; returns the address in use. Port 0 takes a free one. */
  listen(o: {
    readonly host: string;
    readonly port: number;
  }): Promise<{ readonly origin: string; readonly port: number }>;
  /** Reports not ready, finishes what is under way, ends. Safe to call twice. */
  close(): Promise<void>;
};

const SHED_RETRY_AFTER_S = 2;

/**
 * Builds an API server: the given routes, health, metrics, and everything that holds for each of them (headers, ids,
 * validation, error envelope, limits, load shedding, drain). It does not listen yet. Throws when a route is unusable.
 */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const limits = withDefaults(options.limits);
  const trusted = trustedProxies(options.trustProxy ?? []);
  const headers = { ...securityHeaders(options), 'content-security-policy': DATA_CSP };
  const app = fastify({
    ...serverOptions(limits),
    loggerInstance: options.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIds(trusted),
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
  refuseUndeclared(app);
  app.setValidatorCompiler(createValidatorCompiler());
  app.removeContentTypeParser('text/plain');
  const tracker = trackRequests(app);
  const drain = createDrain(app, tracker, options.logger, options.drain);
  observeRequests(tracker, options.metrics, (request) => request.routeOptions.url ?? 'unknown');
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header(REQUEST_ID_HEADER, request.id);
    done();
  });
  if (options.cors) allowOrigins(app, options.cors);
  await shedLoad(app, limits);
  const routes = await allRoutes(options, () => drain.draining);
  const reject = unroutable(routes);
  app.setErrorHandler((error, request, reply) => sendError(request, reply, error));
  app.setNotFoundHandler((request, reply) => sendError(request, reply, reject(request.method, request.url)));
  registerRoutes(app, routes, { handlerTimeoutMs: limits.handlerTimeoutMs, ...options });
  await app.ready();
  return { app, listen: (where) => listen(app, where), close: () => drain.close() };
}

async function allRoutes(options: HttpServerOptions, draining: () => boolean): Promise<Route[]> {
  return [
    ...options.routes,
    ...healthRoutes({ ...options, draining }),
    await metricsRoute(options.metrics),
    ...(options.openApi
      ? [openApiRoute({ ...options.openApi, version: options.version, routes: options.routes })]
      : []),
  ];
}

async function shedLoad(app: FastifyInstance, limits: Required<ServerLimits>): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: limits.eventLoopDelayMaxMs,
    maxHeapUsedBytes: limits.heapMaxBytes,
    pressureHandler: (_request, reply) => {
      reply.send(
        unavailable('The server is overloaded. Try again shortly.', { retryAfterS: SHED_RETRY_AFTER_S }),
      );
    },
  });
}

/** Starts a built server to listen and says where. */
export async function listen(app: FastifyInstance, where: { readonly host: string; readonly port: number }) {
  await app.listen({ ...where });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : where.port;
  const host = where.host.includes(':') ? `[${where.host}]` : where.host;
  return { origin: `http://${host}:${port}`, port };
}
