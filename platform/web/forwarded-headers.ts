import type { FastifyRequest } from 'fastify';
import { REQUEST_ID_HEADER } from '../http/index.ts';

/** Headers of one connection (RFC 9110, 7.6.1): they end at each hop. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** What a client may not tell us about itself: only the front door says it. */
const CLAIMS = new Set(['forwarded', 'via', 'x-real-ip', 'x-client-ip', 'x-nonce', REQUEST_ID_HEADER]);

type Headers = Record<string, string | string[]>;

/** What the front door vouches for, in the headers the servers behind it believe. */
function vouchedHeaders(request: FastifyRequest): Record<string, string> {
  return {
    'x-forwarded-for': request.ip,
    'x-forwarded-proto': request.protocol,
    'x-forwarded-host': request.host,
    [REQUEST_ID_HEADER]: request.id,
  };
}

/**
 * The headers to pass on to an API process: the client's, without those of its connection, without any claim about
 * addresses or ids, and with what we know ourselves.
 */
export function requestHeaders(request: FastifyRequest): Headers {
  const passed = endToEnd(request.headers);
  for (const name of Object.keys(passed)) {
    if (CLAIMS.has(name) || name.startsWith('x-forwarded-')) delete passed[name];
  }
  // Set anew for the process that is asked; and a body is sent without asking first.
  delete passed.host;
  delete passed.expect;
  return { ...passed, ...vouchedHeaders(request) };
}

/** The headers of an API process's answer to pass on to the client. */
export function responseHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Headers {
  return endToEnd(headers);
}

/** Removes from the client's own headers what only the front door may say, and says it: for the page renderer. */
export function overwriteClaims(request: FastifyRequest): void {
  const { headers } = request.raw;
  const vouched = vouchedHeaders(request);
  for (const name of Object.keys(headers)) {
    if (CLAIMS.has(name) || name.startsWith('x-forwarded-')) delete headers[name];
  }
  Object.assign(headers, vouched);
}

function endToEnd(headers: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const { connection } = headers;
  const named = String(connection ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const kept: Headers = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !HOP_BY_HOP.has(name) && !named.includes(name)) kept[name] = value;
  }
  return kept;
}
