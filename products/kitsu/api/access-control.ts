import { openTrail } from '@seaworthy/platform/audit-trail';
import type { AccessControl } from '@seaworthy/platform/http';
import { type IdentityDeps, identifyActor, type SessionCookies } from '@seaworthy/platform/identity';
import type { Logger, Metrics } from '@seaworthy/platform/telemetry';
import { KITSU_ACTIONS } from '../features/audit-trail/index.ts';

/**
 * Who may do what in Kitsu, asked for each request. Denials are logged and counted; those of somebody we know stand in the
 * audit trail as well. Nobody's do not: everybody could fill it.
 */
export function accessControl(
  { logger, metrics }: { readonly logger: Logger; readonly metrics: Metrics },
  identity: IdentityDeps,
  cookies: SessionCookies,
): AccessControl {
  const ofEverybody = identity.roles.permissionsOf([]);
  const denials = metrics.counter({
    name: 'access_denials_total',
    help: 'Requests for what the caller may not do.',
    labels: ['permission'],
  });
  return {
    permissions: identity.roles.permissions,
    privileged: new Set([...identity.roles.permissions].filter((permission) => !ofEverybody.has(permission))),
    sessionCookie: cookies.session.name,
    identify: (credential, address) => identifyActor(identity, credential, address),
    denied: async ({ actor, permission, operation, requestId, address, userAgent }) => {
      denials.inc({ permission });
      const accountId = actor.kind === 'account' ? actor.accountId : undefined;
      logger.warn(
        { requestId, accountId, actor: actor.kind, permission, operation, address },
        'access denied',
      );
      if (actor.kind === 'anonymous') return;
      const trail = openTrail({ actor, origin: { requestId, address, userAgent } });
      await trail.record(identity.db, {
        action: KITSU_ACTIONS.denyAccess,
        target: operation,
        outcome: 'refused',
        reason: `lacks ${permission}`,
      });
    },
  };
}
