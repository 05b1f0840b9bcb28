import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { overwriteClaims } from './forwarded-headers.ts';
import { createNonce, pagePolicy } from './page-policy.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Answers everything that is neither data nor health: Next's request handler. */
export type RenderPage = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Hands every other address to the page renderer, with the page policy in both directions. */
export function renderPages(app: FastifyInstance, renderPage: RenderPage): void {
  app.route({
    method: METHODS,
    url: '/*',
    handler: (request, reply) => render(request, reply, renderPage),
  });
}

async function render(request: FastifyRequest, reply: FastifyReply, renderPage: RenderPage): Promise<void> {
  const { raw } = reply;
  const nonce = createNonce();
  const policy = pagePolicy(nonce);
  overwriteClaims(request);
  // The renderer reads the nonce from the request's policy and puts it on the scripts it writes.
  Object.assign(request.raw.headers, { 'content-security-policy': policy, 'x-nonce': nonce });
  reply.header('content-security-policy', policy);
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value);
  reply.hijack();
  try {
    await renderPage(request.raw, raw);
  } catch (error) {
    request.log.error({ err: error }, 'A page could not be rendered.');
    if (raw.headersSent) raw.destroy();
    else sendFailurePage(raw, request.id);
  }
}

/** The last resort, when even the renderer's own error page failed. */
function sendFailurePage(response: ServerResponse, requestId: string): void {
  response.writeHead(500, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Something went wrong</title><h1>Something went wrong on our side</h1><p>Load the page again; if it stays, report the request id ${requestId}.</p></html>`,
  );
}
