import type { FastifyInstance, FastifyRequest } from 'fastify';
import { forbidden } from '../errors/index.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What decides whether a request comes from a page of ours. */
export type CrossSiteOptions = {
  /** Origins whose pages may change things besides the one the request was sent to, such as `https://example.org`. */
  readonly origins: readonly string[];
};

/**
 * Refuses requests that would change something and that a page of another site sent. The browser says where a request
 * comes from, in `Sec-Fetch-Site` or else in `Origin`, and no page can make it lie. A request that says neither comes
 * from no browser of these years; it passes when it carries no session cookie.
 */
export function refuseCrossSite(app: FastifyInstance, options: CrossSiteOptions): void {
  const origins = new Set(options.origins);
  app.addHook('onRequest', (request, _reply, done) => {
    if (SAFE_METHODS.has(request.method) || isFromUs(request, origins)) return done();
    done(forbidden('This request came from another site. Open our own page and try again.'));
  });
}

function isFromUs(request: FastifyRequest, origins: ReadonlySet<string>): boolean {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return true;
  if (origin !== undefined) return origins.has(origin) || origin === askedOrigin(request);
  return site === undefined && request.caller?.credential?.kind !== 'cookie';
}

/** The origin the request was sent to, written as browsers write it: without the port that goes without saying. */
function askedOrigin(request: FastifyRequest): string | undefined {
  const address = `${request.protocol}://${request.host}`;
  return URL.canParse(address) ? new URL(address).origin : undefined;
}
