import type { FastifyInstance } from 'fastify';

/** Which foreign origins may call the API from a browser. Without it none may. */
export type CorsOptions = {
  /** Exact origins such as `https://example.org`; no patterns. */
  readonly origins: readonly string[];
  /** Request headers a foreign page may send besides the simple ones. Default `content-type`. */
  readonly headers?: readonly string[];
  /** Default GET, HEAD, POST, PUT, PATCH, DELETE. */
  readonly methods?: readonly string[];
};

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const EXPOSED = 'etag, ratelimit, ratelimit-policy, retry-after, x-request-id';
const PREFLIGHT_MAX_AGE_S = 600;

/** Answers preflights and marks answers for the allowed origins; for any other origin it adds nothing at all. */
export function allowOrigins(app: FastifyInstance, options: CorsOptions): void {
  const origins = new Set(options.origins);
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new Error(`"${origin}" is no origin; write it as https://example.org, without a path.`);
    }
  }
  const methods = (options.methods ?? METHODS).join(', ');
  const headers = (options.headers ?? ['content-type']).join(', ');
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('vary', 'origin');
    const { origin } = request.headers;
    if (!origin || !origins.has(origin)) return done();
    reply.header('access-control-allow-origin', origin);
    if (request.method !== 'OPTIONS' || !request.headers['access-control-request-method']) {
      reply.header('access-control-expose-headers', EXPOSED);
      return done();
    }
    return reply
      .headers({
        'access-control-allow-methods': methods,
        'access-control-allow-headers': headers,
        'access-control-max-age': String(PREFLIGHT_MAX_AGE_S),
      })
      .code(204)
      .send();
  });
}
