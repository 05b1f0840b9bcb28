import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Dispatcher } from 'undici';
import { invalidInput, timedOut } from '../errors/index.ts';
import { STREAM_TYPE, sendError } from '../http/index.ts';
import { compressor } from './compression.ts';
import { requestHeaders, responseHeaders } from './forwarded-headers.ts';
import type { Upstreams } from './upstreams.ts';

/** The paths that belong to the API processes; nothing else of theirs (metrics, health) is reachable from outside. */
const PROXIED_PREFIXES = ['/api', '/media', '/dev'];

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const DOT_SEGMENT = /(^|[/\\])\.{1,2}([/\\]|$)/;
const TIMEOUTS = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** Registers the routes that are passed on. Bodies are streamed: their limit is the API's. */
export function proxyToApi(app: FastifyInstance, upstreams: Upstreams): void {
  const closing = new AbortController();
  // Streams of events would keep the front door from ending; their readers come again.
  app.addHook('preClose', async () => closing.abort());
  const passing = { upstreams, compress: compressor(), closing: closing.signal };
  const handler = (request: FastifyRequest, reply: FastifyReply) => pass(passing, request, reply);
  for (const prefix of PROXIED_PREFIXES) {
    app.route({ method: METHODS, url: prefix, handler });
    app.route({ method: METHODS, url: `${prefix}/*`, handler });
  }
}

/** What every request that is passed on needs. */
type Passing = {
  readonly upstreams: Upstreams;
  readonly compress: ReturnType<typeof compressor>;
  readonly closing: AbortSignal;
};

async function pass(
  { upstreams, compress, closing }: Passing,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const path = request.raw.url ?? '/';
  if (leavesItsPrefix(path)) throw invalidInput('The address is not a valid URL.');
  const isStream = request.method === 'GET' && request.headers.accept === STREAM_TYPE;
  const gone = new AbortController();
  const leave = () => gone.abort();
  reply.raw.once('close', leave);
  try {
    const { status, headers, body } = await upstreams.request({
      method: request.method as Dispatcher.HttpMethod,
      path,
      headers: requestHeaders(request),
      ...(hasBody(request) && { body: request.raw }),
      isStream,
      signal: isStream ? AbortSignal.any([gone.signal, closing]) : gone.signal,
    });
    reply.code(status);
    const passed = responseHeaders(headers);
    // A 304 has no body, and so no length either.
    if (status === 304) return reply.headers(passed).send();
    if (!Buffer.isBuffer(body) || request.method === 'HEAD') return reply.headers(passed).send(body);
    const answer = await compress(request.headers['accept-encoding'], { headers: passed, body });
    return reply.headers(answer.headers).send(answer.body);
  } catch (error) {
    if (!isTimeout(error)) throw error;
    return sendError(
      request,
      reply,
      timedOut('The service took too long to answer. Try again.', { cause: error }),
    );
  } finally {
    reply.raw.off('close', leave);
  }
}

/** A path with `.` or `..` in it means another address to whoever resolves it; no honest client sends one. */
function leavesItsPrefix(url: string): boolean {
  const [path = ''] = url.split('?', 1);
  return DOT_SEGMENT.test(decodeURIComponent(path));
}

function hasBody(request: FastifyRequest): boolean {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  return encoding !== undefined || (length !== undefined && length !== '0');
}

function isTimeout(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && TIMEOUTS.has(code);
}
