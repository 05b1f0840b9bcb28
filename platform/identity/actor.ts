import { forbidden, unauthenticated } from '../errors/index.ts';

/** Somebody who proved to hold an account. Valid for one request: roles are read anew for each. */
export interface AccountActor {
  readonly kind: 'account';
  readonly accountId: string;
  /** The session behind the request; null when an API key is. */
  readonly sessionId: string | null;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<string>;
}

/** A part of the system that acts by itself, with the few permissions of its own. */
export interface SystemActor {
  readonly kind: 'system';
  readonly name: string;
  readonly permissions: ReadonlySet<string>;
}

/** Nobody we know. */
export interface AnonymousActor {
  readonly kind: 'anonymous';
}

/** Who asks for something to be done. Handed from call to call, never ambient. */
export type Actor = AnonymousActor | AccountActor | SystemActor;

/** The one anonymous actor. */
export const ANONYMOUS: AnonymousActor = Object.freeze({ kind: 'anonymous' });

/** Whether the actor holds the permission, by its exact name. */
export function permits(actor: Actor, permission: string): boolean {
  return actor.kind !== 'anonymous' && actor.permissions.has(permission);
}

/**
 * The first line of a use case for signed-in people: the actor as an account that holds the permission.
 *
 * @throws AppError `unauthenticated` for nobody, `forbidden` for systems and for accounts without the permission.
 */
export function authoriseAccount(actor: Actor, permission: string): AccountActor {
  if (actor.kind === 'anonymous') throw unauthenticated();
  if (actor.kind !== 'account' || !permits(actor, permission)) throw forbidden(NOT_ALLOWED);
  return actor;
}

/** What somebody reads who may not do what he asked for. */
export const NOT_ALLOWED = 'Your account may not do this.';
