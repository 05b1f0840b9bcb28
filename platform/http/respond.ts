import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { openTrail, type Trail } from '../audit-trail/index.ts';
import { entityTag } from '../cache/index.ts';
import { ANONYMOUS } from '../identity/index.ts';
import type { Decision } from '../limits/index.ts';
import type { Logger } from '../telemetry/index.ts';
import { type AccessControl, noteRefusal } from './access-control.ts';
import { answerStream } from './answer-stream.ts';
import { callerOf } from './caller.ts';
import { alreadyHas } from './conditional.ts';
import { withDeadline } from './deadline.ts';
import { sendError } from './envelope.ts';
import { contentHeaders, type HotLane } from './hot-lane.ts';
import { tellLimit } from './request-limits.ts';
import { JSON_TYPE, type Route, type RouteCache, type RouteRequest } from './route.ts';

/** What answers of one server share. */
export type RespondOptions = {
  readonly handlerTimeoutMs: number;
  readonly lane: HotLane;
  readonly accessControl?: AccessControl;
  /** Aborted when the server begins to end. */
  readonly closing: AbortSignal;
};

type Answer = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Makes the function that answers one route: from the cache, or by its handler within its time. */
export function routeHandler(route: Route, options: RespondOptions): RouteHandlerMethod {
  const { cache } = route;
  const answer = cache
    ? answerCached(route, cache, options)
    : route.stream
      ? answerFlowing({ ...route, stream: route.stream }, options)
      : answerFresh(route, options);
  // Nothing is returned: Fastify would wait for the response to be out, at a cost for each request.
  return (request, reply) => {
    answer(request, reply)
      .catch(async (error: unknown) => {
        await noteRefusal(error, request, route, options.accessControl);
        throw error;
      })
      .catch((error: unknown) => sendError(request, reply, error));
  };
}

function answerFlowing(
  route: Parameters<typeof answerStream>[0],
  { accessControl, closing }: RespondOptions,
): Answer {
  if (accessControl === undefined) throw new Error(`Nobody can judge who may see ${route.path}.`);
  return (request, reply) =>
    answerStream(route, request, reply, (signal) => routeRequest(request, reply, signal, NO_TRAIL), {
      accessControl,
      closing,
    });
}

function answerCached(route: Route, cache: RouteCache, { handlerTimeoutMs, lane }: RespondOptions): Answer {
  const keyOf = cacheKeys(route);
  return async (request, reply) => {
    const key = keyOf(request);
    const { body, etag } = await cache.store.body(key, cache.tags, () =>
      // No response is handed over: the load serves everybody who waits, so one client's leaving must not end it.
      withDeadline(handlerTimeoutMs, undefined, async (signal) => {
        return serialise(route, reply, await route.handle(routeRequest(request, reply, signal, NO_TRAIL)));
      }),
    );
    const { method, url } = request.raw;
    if (method === 'GET' && url) lane.remember(url, route, cache, key);
    send(route, request, reply, body, etag);
  };
}

function answerFresh(route: Route, { handlerTimeoutMs }: RespondOptions): Answer {
  return async (request, reply) => {
    const trail = route.audit.length === 0 ? NO_TRAIL : trailOf(route, request);
    const result = await withDeadline(handlerTimeoutMs, reply.raw, (signal) =>
      route.handle(routeRequest(request, reply, signal, trail)),
    );
    assertRecorded(route, trail);
    reply.code(route.statusOf?.(result) ?? route.status);
    if (reply.statusCode === 204) {
      reply.header('cache-control', route.cacheControl).send();
      return;
    }
    if (route.download) reply.header('content-disposition', `attachment; filename="${route.download}"`);
    if (isPieces(result)) {
      // Who goes away ends the stream, and with it the work.
      reply
        .header('cache-control', route.cacheControl)
        .headers(contentHeaders(route))
        .send(Readable.from(result));
      return;
    }
    const body = serialise(route, reply, result);
    const tagged = route.method === 'GET' && reply.statusCode < 300 && route.cacheControl !== 'no-store';
    send(route, request, reply, body, tagged ? entityTag(body) : undefined);
  };
}

/** Takes nothing: for the routes that declare nothing. */
const NO_TRAIL = openTrail({ actor: ANONYMOUS, actions: [] });

function trailOf({ audit }: Route, request: FastifyRequest): Trail {
  const { id: requestId, actor = ANONYMOUS } = request;
  const { address, userAgent } = request.caller ?? callerOf(request, undefined);
  return openTrail({ actor, origin: { requestId, address, userAgent }, actions: audit });
}

/** @throws Error when what was done is in no trail: better a loud mistake than a silent one. */
function assertRecorded({ audit, access, method, path }: Route, trail: Trail): void {
  if (audit.length === 0 || access === 'public' || trail.isUsed) return;
  throw new Error(`${method} ${path} declares an audit action and recorded nothing.`);
}

function routeRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  signal: AbortSignal,
  trail: Trail,
): RouteRequest {
  const { params, query, body, id: requestId, actor = ANONYMOUS } = request;
  const caller = request.caller ?? callerOf(request, undefined);
  const setCookie = (cookie: string) => void reply.header('set-cookie', cookie);
  const tell = (decision: Decision) => tellLimit(reply, decision);
  return {
    params,
    query,
    body,
    actor,
    caller,
    setCookie,
    tellLimit: tell,
    trail,
    requestId,
    signal,
    log: request.log as Logger,
  };
}

function isPieces(result: unknown): result is AsyncIterable<string> {
  return typeof result === 'object' && result !== null && Symbol.asyncIterator in result;
}

function serialise(route: Route, reply: FastifyReply, result: unknown): string | Buffer {
  if (route.produces === JSON_TYPE) return String(reply.serialize(result));
  return Buffer.isBuffer(result) ? result : String(result);
}

function send(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  body: string | Buffer,
  etag: string | undefined,
): void {
  reply.header('cache-control', reply.statusCode < 400 ? route.cacheControl : 'no-store');
  if (etag) {
    reply.header('etag', etag);
    if (alreadyHas(request.headers['if-none-match'], etag)) {
      reply.code(304).send();
      return;
    }
  }
  reply.headers(contentHeaders(route)).send(body);
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
