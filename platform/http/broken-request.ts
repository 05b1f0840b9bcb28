import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type AppError, invalidInput, payloadTooLarge, timedOut } from '../errors/index.ts';
import { envelope } from './envelope.ts';
import { JSON_TYPE } from './route.ts';

type Answer = { status: number; error: AppError };

/**
 * Answers what is not even HTTP (or too large, or too slow to become a request) with the same envelope and headers as
 * everything else. No route, hook or log of the framework sees these.
 */
export function answerBrokenRequest(headers: Readonly<Record<string, string>>) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const { status, error: said } = answerFor(error.code);
    const requestId = randomUUID();
    const body = envelope(said, requestId);
    const lines = Object.entries({
      ...headers,
      'cache-control': 'no-store',
      'content-type': JSON_TYPE,
      'content-length': String(Buffer.byteLength(body)),
      'x-request-id': requestId,
      connection: 'close',
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
  };
}

function answerFor(code: string | undefined): Answer {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return { status: 431, error: payloadTooLarge('The request headers are too large.') };
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: 408, error: timedOut('The request took too long to arrive.') };
    default:
      return { status: 400, error: invalidInput('The request is not valid HTTP.') };
  }
}
