import type { FastifyInstance } from 'fastify';
import { type AccessControl, guardOf } from './access-control.ts';
import type { HotLane } from './hot-lane.ts';
import type { Gate } from './request-limits.ts';
import { routeHandler } from './respond.ts';
import type { Route } from './route.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The declared route behind a registered one; `registerRoutes` is the only one to set it. */
    declared?: Route;
  }
}

/** From here on a route that was not made by `defineRoute` stops the start: nothing is reachable by accident. */
export function refuseUndeclared(app: FastifyInstance): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.declared) return;
    throw new Error(`${method} ${url} has no declared access. Make the route with defineRoute.`);
  });
}

/** What the registered routes share. */
export type RegisterOptions = {
  readonly handlerTimeoutMs: number;
  readonly lane: HotLane;
  readonly accessControl?: AccessControl;
  /** Stands before each route, around its guard. */
  readonly gateOf?: (route: Route, guard: Gate | undefined) => Gate | undefined;
};

/** Registers declared routes. A route that needs a permission is refused when nobody can judge permissions. */
export function registerRoutes(
  app: FastifyInstance,
  routes: readonly Route[],
  options: RegisterOptions,
): void {
  assertDistinct(routes);
  const closing = new AbortController();
  // Streams would keep the server from ending.
  app.addHook('preClose', async () => closing.abort());
  for (const route of routes) {
    const guard = guardOf(route, options.accessControl);
    const gate = options.gateOf ? options.gateOf(route, guard) : guard;
    app.route({
      method: route.method === 'GET' ? ['GET', 'HEAD'] : route.method,
      url: route.path,
      schema: {
        ...(route.schemas.params && { params: route.schemas.params }),
        // Without contracts nothing may be sent: an unknown parameter is a mistake that silence would hide.
        querystring: route.schemas.query ?? NOTHING,
        ...bodySchema(route),
        response: { default: route.schemas.response },
      },
      config: { declared: route, essential: route.essential },
      ...(gate && { onRequest: gate }),
      handler: routeHandler(route, { ...options, closing: closing.signal }),
    });
  }
}

const NOTHING = { type: 'object', properties: {}, additionalProperties: false };

function bodySchema(route: Route): { body?: Record<string, unknown> } {
  if (route.method === 'GET') return {};
  // Fastify hands over null or undefined when no body came.
  return {
    body: route.schemas.body ?? { not: { type: ['object', 'array', 'string', 'number', 'boolean'] } },
  };
}

function assertDistinct(routes: readonly Route[]): void {
  const seen = new Set<string>();
  for (const { operationId } of routes) {
    if (seen.has(operationId)) throw new Error(`Two routes have the operation id "${operationId}".`);
    seen.add(operationId);
  }
}
