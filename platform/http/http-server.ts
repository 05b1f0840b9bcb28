import type { FastifyInstance } from 'fastify';
import type { Freshness } from '../cache/index.ts';
import { type AccessControl, noteCallers } from './access-control.ts';
import { type BaseServerOptions, createBaseServer, type ListenAddress } from './base-server.ts';
import { allowOrigins, type CorsOptions } from './cors.ts';
import { refuseCrossSite } from './cross-site.ts';
import { sendError } from './envelope.ts';
import { unroutable } from './not-found.ts';
import { openApiRoute } from './open-api-route.ts';
import { type PoolNumbers, reportPool } from './pool-gauge.ts';
import type { ReadinessCheck } from './readiness.ts';
import { refuseUndeclared, registerRoutes } from './register-routes.ts';
import { createGates, type RequestLimits } from './request-limits.ts';
import type { Route } from './route.ts';
import { DATA_CSP, type SecurityHeaderOptions, securityHeaders } from './security-headers.ts';
import { freshnessRoute, healthRoutes, metricsRoute } from './system-routes.ts';
import { createValidatorCompiler } from './validation.ts';

/** What an API server is made of. */
export type HttpServerOptions = BaseServerOptions &
  SecurityHeaderOptions & {
    /** Shown by readiness, for example the commit. */
    readonly version: string;
    readonly routes: readonly Route[];
    readonly checks: readonly ReadinessCheck[];
    /** Says who asks and what he may do. Without it a route that needs a permission stops the start. */
    readonly accessControl?: AccessControl;
    /** Origins under which people reach this API besides the one a request was sent to. */
    readonly ownOrigins?: readonly string[];
    readonly cors?: CorsOptions;
    /** How often whom may ask for what. */
    readonly requestLimits?: RequestLimits;
    /** Numbers of the database pool, for the metrics. */
    readonly pool?: () => PoolNumbers;
    /** What this process has heard of, for the front door. */
    readonly freshness?: () => Freshness;
    /** Serves the API reference as a public route. */
    readonly openApi?: { readonly path: string; readonly title: string };
  };

/** A built server. */
export type HttpServer = {
  /** For tests (`inject`) only; routes are not added to it. */
  readonly app: FastifyInstance;
  /** Starts to listen; returns the address in use. Port 0 takes a free one. */
  listen(o: ListenAddress): Promise<{ readonly origin: string; readonly port: number }>;
  /** Reports not ready, finishes what is under way, ends. Safe to call twice. */
  close(): Promise<void>;
};

/**
 * Builds an API server: the given routes, health, metrics, and everything that holds for each of them (headers, ids,
 * validation, error envelope, limits, load shedding, drain). It does not listen yet. Throws when a route is unusable.
 */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const headers = { ...securityHeaders(options), 'content-security-policy': DATA_CSP };
  const { app, limits, drain, trusted, lane, listen } = createBaseServer(options, headers);
  refuseUndeclared(app);
  app.setValidatorCompiler(createValidatorCompiler());
  app.removeContentTypeParser('text/plain');
  if (options.cors) {
    allowOrigins(app, options.cors);
    // With CORS an answer depends on who asks, not only on the address.
    lane.close();
  }
  if (options.accessControl) admitCallers(app, options, options.accessControl);
  if (options.pool) reportPool(options.metrics, options.pool);
  const routes = await allRoutes(options, () => drain.draining);
  const reject = unroutable(routes);
  app.setNotFoundHandler((request, reply) => sendError(request, reply, reject(request.method, request.url)));
  const gates =
    options.requestLimits &&
    createGates({ limits: options.requestLimits, trusted, accessControl: options.accessControl });
  if (gates) lane.limitBy(gates.admitNow);
  registerRoutes(app, routes, {
    handlerTimeoutMs: limits.handlerTimeoutMs,
    lane,
    ...(options.accessControl && { accessControl: options.accessControl }),
    ...(gates && { gateOf: gates.gateOf }),
  });
  await app.ready();
  return { app, listen, close: () => drain.close() };
}

function admitCallers(app: FastifyInstance, options: HttpServerOptions, control: AccessControl): void {
  noteCallers(app, control);
  const origins = [...(options.ownOrigins ?? []), ...(options.cors?.origins ?? [])];
  refuseCrossSite(app, { origins });
}

async function allRoutes(options: HttpServerOptions, draining: () => boolean): Promise<Route[]> {
  const { openApi, version, routes, freshness, accessControl } = options;
  return [
    ...routes,
    ...healthRoutes({ ...options, draining }),
    await metricsRoute(options.metrics),
    ...(freshness ? [freshnessRoute(freshness)] : []),
    ...(openApi
      ? [
          openApiRoute({
            ...openApi,
            version,
            routes,
            ...(accessControl && { sessionCookie: accessControl.sessionCookie }),
          }),
        ]
      : []),
  ];
}
