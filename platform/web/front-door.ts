import type { FastifyInstance } from 'fastify';
import {
  type BaseServerOptions,
  createBaseServer,
  LIVE_PATH,
  READY_PATH,
  type SecurityHeaderOptions,
  securityHeaders,
} from '../http/index.ts';
import { ApiWatch } from './api-watch.ts';
import { limitRendering } from './limit-rendering.ts';
import { earlyPages } from './page-cache/early-pages.ts';
import { PageCache, type PageCacheOptions } from './page-cache/page-cache.ts';
import { renderPages } from './pages.ts';
import { proxyToApi } from './proxy.ts';
import type { RenderPage } from './render-page.ts';
import { type StaticFiles, serveStaticFiles } from './static-files.ts';
import { Upstreams } from './upstreams.ts';

/** What a front door is made of. */
export type FrontDoorOptions = BaseServerOptions &
  SecurityHeaderOptions & {
    readonly host: string;
    /** 0 takes a free one. */
    readonly port: number;
    /** The API processes, for example `http://127.0.0.1:4000`; not public. */
    readonly apiOrigins: readonly string[];
    readonly renderPage: RenderPage;
    /** Files that the pages load. */
    readonly staticFiles?: StaticFiles;
    /** Keeps rendered pages. Without it each page is rendered for its reader. */
    readonly pageCache?: PageCacheOptions;
  };

/** A product's only public listener. */
export type FrontDoor = {
  listen(): Promise<{ readonly origin: string; readonly port: number }>;
  /** Reports not ready, finishes what is under way, ends. Safe to call twice. */
  close(): Promise<void>;
};

const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Builds the front door: `/api`, `/media` and `/dev` go to the API processes, everything else to the page renderer, under one
 * origin. It adds the security headers to every answer, the page policy with a nonce to every page, tells the servers
 * behind it the client's true address, and keeps readers from noticing that an API process died.
 */
export async function createFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const { metrics, apiOrigins } = options;
  const renderPage = limitRendering(options.renderPage, metrics);
  const watch = new ApiWatch({ origins: apiOrigins, onNews: () => cache?.forget() });
  const cache = options.pageCache && new PageCache(options.pageCache, { watch, renderPage, metrics });
  const { app, drain, listen } = createBaseServer(
    { ...options, ...(cache && { early: (tools) => earlyPages(cache, tools) }) },
    securityHeaders(options),
  );
  const upstreams = new Upstreams(apiOrigins, watch);
  // Bodies go through unread, to the API or to the renderer.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  answerHealth(app, upstreams, () => drain.draining);
  proxyToApi(app, upstreams);
  if (options.staticFiles) await serveStaticFiles(app, options.staticFiles);
  renderPages(app, { renderPage, watch, cache });
  app.addHook('onClose', async () => {
    await Promise.all([upstreams.close(), watch.close()]);
  });
  await app.ready();
  watch.start();
  return { listen: () => listen({ host: options.host, port: options.port }), close: () => drain.close() };
}

/** Says no more than a balancer needs: this listener is public. */
function answerHealth(app: FastifyInstance, upstreams: Upstreams, draining: () => boolean): void {
  const config = { essential: true };
  app.get(LIVE_PATH, { config }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').type(JSON_TYPE).send('{"status":"live"}'),
  );
  app.get(READY_PATH, async (_request, reply) => {
    const status = draining() ? 'draining' : (await apiIsReady(upstreams)) ? 'ready' : 'failing';
    return reply
      .code(status === 'ready' ? 200 : 503)
      .header('cache-control', 'no-store')
      .type(JSON_TYPE)
      .send(JSON.stringify({ status }));
  });
}

const READY_TIMEOUT_MS = 2000;

async function apiIsReady(upstreams: Upstreams): Promise<boolean> {
  const signal = AbortSignal.timeout(READY_TIMEOUT_MS);
  const request = { method: 'GET', path: READY_PATH, headers: {}, signal } as const;
  return upstreams.request(request).then(
    (response) => response.status === 200,
    () => false,
  );
}
