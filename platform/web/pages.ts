import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isAppError } from '../errors/index.ts';
import { alreadyHas } from '../http/index.ts';
import type { ApiWatch } from './api-watch.ts';
import { overwriteClaims } from './forwarded-headers.ts';
import { bodyFor, type KeptPage } from './page-cache/kept-page.ts';
import type { PageCache } from './page-cache/page-cache.ts';
import { createNonce, pagePolicy } from './page-policy.ts';
import { RenderContext, type RenderPage } from './render-page.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** What pages are made with. Without a cache each is rendered for its reader. */
export type PagesOptions = {
  readonly renderPage: RenderPage;
  readonly watch: ApiWatch;
  readonly cache?: PageCache | undefined;
};

/** Hands every other address to the page renderer, through the cache where it may be answered from there. */
export function renderPages(app: FastifyInstance, options: PagesOptions): void {
  app.route({
    method: METHODS,
    url: '/*',
    handler: (request, reply) => answer(request, reply, options),
  });
}

async function answer(request: FastifyRequest, reply: FastifyReply, options: PagesOptions): Promise<void> {
  const { cache } = options;
  const plan = cache?.planOf(request.raw);
  if (!cache || !plan) return renderForOne(request, reply, options);
  const left = new AbortController();
  reply.raw.once('close', () => left.abort());
  try {
    const page = await cache.page(plan, left.signal);
    if (page) return await sendPage(request, reply, page);
  } catch (error) {
    reply.hijack();
    return fail(request, reply.raw, error);
  }
  return renderForOne(request, reply, options);
}

async function sendPage(request: FastifyRequest, reply: FastifyReply, page: KeptPage): Promise<void> {
  const { raw } = reply;
  const { status, headers, etag } = page;
  for (let at = 0; at < headers.length; at += 2) {
    if (headers[at] !== 'set-cookie') reply.header(headers[at] ?? '', headers[at + 1]);
  }
  reply.header('etag', `W/${etag}`);
  if (status === 200 && alreadyHas(request.headers['if-none-match'], etag)) {
    reply.code(304).removeHeader('content-type').send();
    return;
  }
  const { body, encoding } = await bodyFor(page, request.headers['accept-encoding']);
  if (encoding) reply.header('content-encoding', encoding);
  if (raw.destroyed) return;
  reply.code(status).header('content-length', String(body.length));
  reply.send(request.method === 'HEAD' ? undefined : body);
}

/** Renders with a nonce that nobody else is given: for readers with a page of their own, forms, and what is never the same. */
async function renderForOne(
  request: FastifyRequest,
  reply: FastifyReply,
  { renderPage, watch, cache }: PagesOptions,
): Promise<void> {
  const { raw } = reply;
  const nonce = createNonce();
  const policy = pagePolicy(nonce);
  cache?.count('unshared');
  const left = new AbortController();
  raw.once('close', () => left.abort());
  overwriteClaims(request);
  // The renderer reads the nonce from the request's policy and puts it on the scripts it writes.
  Object.assign(request.raw.headers, { 'content-security-policy': policy, 'x-nonce': nonce });
  reply.header('content-security-policy', policy);
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value);
  reply.hijack();
  try {
    await renderPage(request.raw, raw, new RenderContext(watch, watch.stamp(), left.signal));
  } catch (error) {
    fail(request, raw, error);
  }
}

function fail(request: FastifyRequest, raw: ServerResponse, error: unknown): void {
  if (isAppError(error, 'unavailable')) {
    if (raw.destroyed) return;
    request.log.warn('A page was not rendered: too many were asked for at once.');
    raw.setHeader('retry-after', String(error.retryAfterS ?? 1));
    sendFailurePage(raw, request.id, 503);
    return;
  }
  request.log.error({ err: error }, 'A page could not be rendered.');
  if (raw.headersSent) raw.destroy();
  else sendFailurePage(raw, request.id, 500);
}

/** The last resort, when even the renderer's own error page failed. */
function sendFailurePage(response: ServerResponse, requestId: string, status: 500 | 503): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Something went wrong</title><h1>Something went wrong on our side</h1><p>Load the page again; if it stays, report the request id ${requestId}.</p></html>`,
  );
}
