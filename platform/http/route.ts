import type { z } from 'zod';
import type { AuditAction, Trail } from '../audit-trail/index.ts';
import type { Cache } from '../cache/index.ts';
import type { Actor } from '../identity/index.ts';
import type { Decision } from '../limits/index.ts';
import type { Logger } from '../telemetry/index.ts';
import type { Caller } from './caller.ts';
import { ContractError, type JsonSchema, runtimeSchema } from './contract-schema.ts';
import { DRAWING_CSP } from './security-headers.ts';

/** Methods a route can have. A GET route answers HEAD as well. */
export type RouteMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call a route: everybody, or holders of one named permission. A hidden route answers everybody else as if there
 * were nothing at its address.
 */
export type Access = 'public' | { readonly permission: string; readonly hidden?: boolean };

/** What a handler is given: validated, defaults filled in, and of HTTP only who calls. */
export type RouteRequest<Params = unknown, Query = unknown, Body = unknown> = {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Who asks. On a public route always anonymous: what it answers depends on nobody. */
  readonly actor: Actor;
  /** From where, and with which credential and cookies. */
  readonly caller: Caller;
  /** Has the browser keep a cookie; takes the text of a `Set-Cookie` header. */
  readonly setCookie: (cookie: string) => void;
  /** The audit trail of this request; takes the actions that the route declares. */
  readonly trail: Trail;
  /** Tells the client what is left of a limit that the handler itself took from. */
  readonly tellLimit: (decision: Decision) => void;
  /** Found again in the response header and in every log line of this request. */
  readonly requestId: string;
  /** Aborted when the client goes away or the time for the answer is over. */
  readonly signal: AbortSignal;
  /** Writes lines that carry the request id. */
  readonly log: Logger;
};

/** Makes a GET route answer from serialised bodies. The key is made of the path and the validated query. */
export type RouteCache = {
  readonly store: Cache;
  /** Invalidating one of them drops every body of this route. */
  readonly tags: readonly string[];
  /** Seconds a browser may reuse the answer without asking. Default 0: it asks each time and mostly gets a 304. */
  readonly maxAgeS?: number;
};

type NoObject = z.ZodObject<Record<never, never>>;

/** One operation of the API, as `defineRoute` takes it. */
export type RouteDefinition<
  P extends z.ZodObject = NoObject,
  Q extends z.ZodObject = NoObject,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodType,
> = {
  readonly method: RouteMethod;
  /** Starts with a slash; parameters as `:name`. */
  readonly path: string;
  /** Unique; generated clients call the operation by it. */
  readonly operationId: string;
  /** One line for the API reference. */
  readonly summary: string;
  /** Groups in the API reference. */
  readonly tags: readonly string[];
  readonly access: Access;
  /**
   * What the audit trail is told of a call. A route that changes something and is not for everybody does not register
   * without; and when it needs a permission, a good answer of which nothing was recorded is a mistake of ours.
   */
  readonly audit?: AuditAction | readonly AuditAction[];
  /** The name of a rule of the server's limits, or `none`. Default: the server's rule for reads (GET) or writes. */
  readonly limit?: string;
  /** Exactly the path's parameters. */
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Fields that are not in it never leave. */
  readonly response: R;
  /** Default 200; 204 sends no body. */
  readonly status?: 200 | 201 | 202 | 204;
  /** Default JSON. For anything else `response` is a `z.string()`, and the handler's text, bytes or pieces of text are sent as they are. */
  readonly produces?: string;
  /** `Content-Security-Policy` of a text that is no JSON. Default: inline styles, nothing else, no links out of frames. */
  readonly contentPolicy?: string;
  /** Has browsers save the answer under this name. */
  readonly download?: string;
  /** `Cache-Control` of a good answer. Default: revalidate each time for a public GET, `no-store` for the rest. */
  readonly cacheControl?: string;
  readonly cache?: RouteCache;
  /** Picks the status from the answer, where one contract covers several (readiness: 200 or 503). */
  statusOf?(response: z.output<R>): number;
  /** Answered even while overload sheds everything else. Default false. */
  readonly essential?: boolean;
  handle(request: RouteRequest<z.output<P>, z.output<Q>, z.output<B>>): Promise<Answered<R>>;
};

/** What a contract says, or the bytes (perhaps piece by piece) of what a text contract stands for. */
type Answered<R extends z.ZodType> =
  z.output<R> extends string ? string | Buffer | AsyncIterable<string> : z.output<R>;

/** A checked route. Its only maker is `defineRoute`. */
export type Route = {
  readonly method: RouteMethod;
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly access: Access;
  /** The actions it records. */
  readonly audit: readonly AuditAction[];
  readonly limit?: string;
  readonly status: number;
  readonly produces: string;
  readonly contentPolicy: string;
  readonly download?: string;
  readonly cacheControl: string;
  readonly cache?: RouteCache;
  /** The zod contracts, for the API reference. */
  readonly contracts: {
    readonly params?: z.ZodType;
    readonly query?: z.ZodType;
    readonly body?: z.ZodType;
    readonly response: z.ZodType;
  };
  /** The same as JSON Schema, for the validator and the serialiser. */
  readonly schemas: {
    readonly params?: JsonSchema;
    readonly query?: JsonSchema;
    readonly body?: JsonSchema;
    readonly response: JsonSchema;
  };
  readonly essential: boolean;
  statusOf?(response: unknown): number;
  handle(request: RouteRequest): Promise<unknown>;
  /** Instead of an answer with an end. Its only maker is `defineStream`. */
  readonly stream?: OpenStream;
};

/** Begins a stream of frames, after the last one that the client says it has. */
export type OpenStream = (
  request: RouteRequest,
  lastEventId: string | undefined,
) => Promise<AsyncIterable<string>>;

/** The content type of everything that has no other. */
export const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Checks one operation and turns its contracts into JSON Schema, once. Throws an error that names the route when a
 * contract cannot be expressed, parameters and path differ, or the parts do not fit together: a wrong route stops the
 * start, not a request.
 */
export function defineRoute<
  P extends z.ZodObject = NoObject,
  Q extends z.ZodObject = NoObject,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodType,
>(o: RouteDefinition<P, Q, B, R>): Route {
  const name = `${o.method} ${o.path}`;
  assertFits(name, o);
  const schema = (part: string, contract: z.ZodType, side: 'input' | 'output') => {
    try {
      return runtimeSchema(contract, side);
    } catch (error) {
      if (error instanceof ContractError)
        throw new Error(`${name}: its ${part} contract is unusable: ${error.message}.`);
      throw error;
    }
  };
  return {
    method: o.method,
    path: o.path,
    operationId: o.operationId,
    summary: o.summary,
    tags: o.tags,
    access: o.access,
    audit: [o.audit ?? []].flat(),
    ...(o.limit !== undefined && { limit: o.limit }),
    status: o.status ?? 200,
    produces: o.produces ?? JSON_TYPE,
    contentPolicy: o.contentPolicy ?? DRAWING_CSP,
    ...(o.download && { download: o.download }),
    cacheControl: o.cacheControl ?? defaultCacheControl(o),
    ...(o.cache && { cache: o.cache }),
    contracts: {
      ...(o.params && { params: o.params }),
      ...(o.query && { query: o.query }),
      ...(o.body && { body: o.body }),
      response: o.response,
    },
    schemas: {
      ...(o.params && { params: schema('params', o.params, 'input') }),
      ...(o.query && { query: schema('query', o.query, 'input') }),
      ...(o.body && { body: schema('body', o.body, 'input') }),
      response: schema('response', o.response, 'output'),
    },
    essential: o.essential ?? false,
    ...(o.statusOf && { statusOf: o.statusOf as (response: unknown) => number }),
    handle: o.handle as Route['handle'],
  };
}

type AnyDefinition = Pick<RouteDefinition, 'method' | 'path' | 'access' | 'cache'> & {
  params?: z.ZodObject;
  body?: z.ZodType;
};

function assertFits(name: string, o: AnyDefinition): void {
  // Also for callers that TypeScript does not check: an undeclared access must never mean "everybody".
  if (o.access !== 'public' && !o.access?.permission) {
    throw new Error(`${name}: declare its access, 'public' or {permission}.`);
  }
  if (!o.path.startsWith('/')) throw new Error(`${name}: a path starts with a slash.`);
  const inPath = [...o.path.matchAll(/:(\w+)/g)].map((match) => match[1]).sort();
  const inContract = Object.keys(o.params?.shape ?? {}).sort();
  if (inPath.join() !== inContract.join()) {
    throw new Error(`${name}: its path has [${inPath}], its params contract [${inContract}].`);
  }
  if (o.method === 'GET' && o.body) throw new Error(`${name}: a GET has no body.`);
  if (o.cache && (o.method !== 'GET' || o.access !== 'public')) {
    throw new Error(`${name}: only a public GET can be answered from the shared cache.`);
  }
}

function defaultCacheControl(o: AnyDefinition): string {
  if (o.method !== 'GET' || o.access !== 'public') return 'no-store';
  return `public, max-age=${o.cache?.maxAgeS ?? 0}, must-revalidate`;
}
