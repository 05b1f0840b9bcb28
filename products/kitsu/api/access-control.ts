import type { AccessControl } from '@seaworthy/platform/http';
import { type IdentityDeps, identifyActor, type SessionCookies } from '@seaworthy/platform/identity';
import type { Logger, Metrics } from '@seaworthy/platform/telemetry';

/** Who may do what in Kitsu, asked for each request; denials are logged and counted. */
export function accessControl(
  { logger, metrics }: { readonly logger: Logger; readonly metrics: Metrics },
  identity: IdentityDeps,
  cookies: SessionCookies,
): AccessControl {
  const denials = metrics.counter({
    name: 'access_denials_total',
    help: 'Requests for what the caller may not do.',
    labels: ['permission'],
  });
  return {
    permissions: identity.roles.permissions,
    sessionCookie: cookies.session.name,
    identify: (credential, address) => identifyActor(identity, credential, address),
    denied: async ({ actor, permission, operation, requestId, address }) => {
      denials.inc({ permission });
      const accountId = actor.kind === 'account' ? actor.accountId : undefined;
      logger.warn(
        { requestId, accountId, actor: actor.kind, permission, operation, address },
        'access denied',
      );
    },
  };
}
