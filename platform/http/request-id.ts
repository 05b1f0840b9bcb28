import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { TrustedProxy } from './trusted-proxies.ts';

/** The header a request id arrives and leaves in. */
export const REQUEST_ID_HEADER = 'x-request-id';

const SAFE_ID = /^[A-Za-z0-9._-]{8,64}$/;

/**
 * Gives each request its id: the one a trusted proxy sent, so that one id follows a request through all processes, or a
 * new one. Ids of strangers are not taken, since they end up in logs and pages.
 */
export function requestIds(trusted: TrustedProxy): (request: IncomingMessage) => string {
  return (request) => {
    const sent = request.headers[REQUEST_ID_HEADER];
    const usable = typeof sent === 'string' && SAFE_ID.test(sent) && trusted(request.socket.remoteAddress);
    return usable ? sent : randomUUID();
  };
}
