export type { AccessControl, Denial } from './access-control.ts';
export {
  type BaseServer,
  type BaseServerOptions,
  createBaseServer,
  type EarlyAnswers,
  type EarlyTools,
} from './base-server.ts';
export type { Caller } from './caller.ts';
export { alreadyHas } from './conditional.ts';
export { ContractError } from './contract-schema.ts';
export type { CorsOptions } from './cors.ts';
export type { DrainOptions } from './drain.ts';
export { sendError } from './envelope.ts';
export { createHttpServer, type HttpServer, type HttpServerOptions } from './http-server.ts';
export { type OpenApiOptions, openApiDocument } from './open-api.ts';
export type { CheckResult, ReadinessCheck } from './readiness.ts';
export { REQUEST_ID_HEADER } from './request-id.ts';
export { type LimitRule, limitNameOf, type RequestLimits } from './request-limits.ts';
export { parameterNames } from './request-recorder.ts';
export {
  type Access,
  defineRoute,
  type Route,
  type RouteCache,
  type RouteDefinition,
  type RouteMethod,
  type RouteRequest,
} from './route.ts';
export { type SecurityHeaderOptions, securityHeaders } from './security-headers.ts';
export type { ServerLimits } from './server-limits.ts';
export { defineStream } from './stream-route.ts';
export { STREAM_TYPE } from './stream-type.ts';
export {
  FRESHNESS_PATH,
  freshnessContract,
  LIVE_PATH,
  METRICS_PATH,
  READY_PATH,
  readinessContract,
} from './system-routes.ts';
