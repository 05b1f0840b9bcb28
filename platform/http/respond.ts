import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { entityTag } from '../cache/index.ts';
import type { Logger } from '../telemetry/index.ts';
import { alreadyHas } from './conditional.ts';
import { withDeadline } from './deadline.ts';
import { JSON_TYPE, type Route, type RouteCache } from './route.ts';
import { DRAWING_CSP } from './security-headers.ts';

/** Makes the function that answers one route: from the cache, or by its handler within `timeoutMs`. */
export function routeHandler(route: Route, timeoutMs: number): RouteHandlerMethod {
  const { cache } = route;
  if (!cache) return (request, reply) => answerFresh(route, timeoutMs, request, reply);
  const keyOf = cacheKeys(route);
  return (request, reply) => answerCached(route, cache, keyOf(request), timeoutMs, request, reply);
}

async function answerCached(
  route: Route,
  cache: RouteCache,
  key: string,
  timeoutMs: number,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { body, etag } = await cache.store.body(key, cache.tags, () =>
    // No response is handed over: the load serves everybody who waits, so one client's leaving must not end it.
    withDeadline(timeoutMs, undefined, async (signal) => {
      return serialise(route, reply, await route.handle(routeRequest(request, signal)));
    }),
  );
  return send(route, request, reply, body, etag);
}

async function answerFresh(
  route: Route,
  timeoutMs: number,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const result = await withDeadline(timeoutMs, reply.raw, (signal) =>
    route.handle(routeRequest(request, signal)),
  );
  reply.code(route.statusOf?.(result) ?? route.status);
  if (reply.statusCode === 204) return reply.header('cache-control', route.cacheControl).send();
  const body = serialise(route, reply, result);
  const tagged = route.method === 'GET' && reply.statusCode < 300 && route.cacheControl !== 'no-store';
  return send(route, request, reply, body, tagged ? entityTag(body) : undefined);
}

function routeRequest(request: FastifyRequest, signal: AbortSignal) {
  const { params, query, body, id: requestId } = request;
  return { params, query, body, requestId, signal, log: request.log as Logger };
}

function serialise(route: Route, reply: FastifyReply, result: unknown): string {
  return route.produces === JSON_TYPE ? String(reply.serialize(result)) : String(result);
}

function send(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  body: string | Buffer,
  etag: string | undefined,
): FastifyReply {
  reply.header('cache-control', reply.statusCode < 400 ? route.cacheControl : 'no-store');
  if (etag) {
    reply.header('etag', etag);
    if (alreadyHas(request.headers['if-none-match'], etag)) return reply.code(304).send();
  }
  if (route.produces !== JSON_TYPE) reply.header('content-security-policy', DRAWING_CSP);
  return reply.header('content-type', route.produces).send(body);
}

/**
 * Makes the function that names an answer. Equal requests have equal keys: values are validated and converted, defaults
 * filled in, and the names come in the order of the contract.
 */
function cacheKeys(route: Route): (request: FastifyRequest) => string {
  const paramNames = Object.keys((route.schemas.params?.properties ?? {}) as object);
  const queryNames = Object.keys((route.schemas.query?.properties ?? {}) as object);
  const { path } = route;
  return ({ params, query }) => path + named(paramNames, params) + named(queryNames, query);
}

function named(names: readonly string[], values: unknown): string {
  let text = '?';
  for (const name of names) {
    const value = (values as Record<string, unknown>)[name];
    if (value !== undefined) text += `${name}=${JSON.stringify(value)}&`;
  }
  return text;
}
