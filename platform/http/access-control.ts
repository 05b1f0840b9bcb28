import type { FastifyInstance, FastifyRequest } from 'fastify';
import { forbidden, isAppError, notFound, unauthenticated } from '../errors/index.ts';
import { type Actor, type Credential, NOT_ALLOWED, permits } from '../identity/index.ts';
import { type Caller, callerOf } from './caller.ts';
import { NOTHING_HERE } from './not-found.ts';
import type { Route } from './route.ts';

/** Somebody asked for what he may not do. */
export type Denial = {
  readonly actor: Actor;
  readonly permission: string;
  /** Of the route, such as `PUT /api/v1/staff/accounts/:id/roles/:role`. */
  readonly operation: string;
  readonly requestId: string;
  readonly address: string;
  readonly userAgent: string | undefined;
};

/** How a server learns who asks and what he may do. */
export type AccessControl = {
  /** Every permission there is; a route that asks for another one stops the start. */
  readonly permissions: ReadonlySet<string>;
  /** The permissions that not everybody holds: what is changed by them is audited. */
  readonly privileged: ReadonlySet<string>;
  /** The cookie that holds a browser's session. */
  readonly sessionCookie: string;
  /** Who is behind a credential. Rejects with `unauthenticated` for one that is not good (any more). */
  identify(credential: Credential | undefined, address: string): Promise<Actor>;
  /** Told of each denial before it is answered; when it fails, so does the request. */
  denied(denial: Denial): Promise<void>;
};

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
    caller?: Caller;
  }
}

/** Notes on each request who calls, before anything is decided. */
export function noteCallers(app: FastifyInstance, control: AccessControl): void {
  app.decorateRequest('actor');
  app.decorateRequest('caller');
  app.addHook('onRequest', (request, _reply, done) => {
    request.caller = callerOf(request, control.sessionCookie);
    done();
  });
}

/** The guard of a route: lets holders of its permission through. Undefined for a public route. */
export function guardOf(route: Route, control: AccessControl | undefined) {
  if (route.access === 'public') return undefined;
  const { permission, hidden } = route.access;
  const operation = `${route.method} ${route.path}`;
  if (!control) {
    throw new Error(`${operation} needs "${permission}", but the server got no access control.`);
  }
  if (!control.permissions.has(permission)) {
    throw new Error(`${operation} needs "${permission}", which is no permission of this product.`);
  }
  if (route.method !== 'GET' && control.privileged.has(permission) && route.audit.length === 0) {
    throw new Error(`${operation} changes what not everybody may, and declares no audit action.`);
  }
  return async (request: FastifyRequest) => {
    const { address, credential } = callerIn(request);
    const actor = await identified(control, credential, address, hidden === true);
    if (permits(actor, permission)) {
      request.actor = actor;
      return;
    }
    await control.denied(denialOf(request, actor, permission, operation));
    if (hidden) throw notFound(NOTHING_HERE);
    throw actor.kind === 'anonymous' ? unauthenticated() : forbidden(NOT_ALLOWED);
  };
}

/** Tells the access control of a `forbidden` that a use case itself threw. */
export async function noteRefusal(
  error: unknown,
  request: FastifyRequest,
  route: Route,
  control: AccessControl | undefined,
): Promise<void> {
  if (!control || !request.actor || !isAppError(error, 'forbidden')) return;
  const permission = route.access === 'public' ? 'public' : route.access.permission;
  await control.denied(denialOf(request, request.actor, permission, `${route.method} ${route.path}`));
}

async function identified(
  control: AccessControl,
  credential: Credential | undefined,
  address: string,
  hidden: boolean,
): Promise<Actor> {
  try {
    return await control.identify(credential, address);
  } catch (error) {
    // A session that ended must not tell that there is something.
    if (hidden && isAppError(error, 'unauthenticated')) throw notFound(NOTHING_HERE);
    throw error;
  }
}

function denialOf(request: FastifyRequest, actor: Actor, permission: string, operation: string): Denial {
  const { address, userAgent } = callerIn(request);
  return { actor, permission, operation, requestId: request.id, address, userAgent };
}

function callerIn(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error('A guarded route was reached before its caller was noted.');
  return request.caller;
}
