import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, type ErrorCode, invalidInput, payloadTooLarge } from '../errors/index.ts';
import { JSON_TYPE } from './route.ts';

/** The HTTP status of each error code. */
const STATUS_OF: Readonly<Record<ErrorCode, number>> = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  payload_too_large: 413,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
  timeout: 504,
};

/** An error as HTTP says it: the status may be finer than the code (405 and 415 are both `invalid_input`). */
export type HttpError = { readonly status: number; readonly error: AppError; readonly allow?: string };

const INTERNAL_MESSAGE = 'Something went wrong on our side. Try again; if it stays, report the request id.';

/** The JSON body of every error. */
export function envelope(error: AppError, requestId: string): string {
  const { code, message, details } = error;
  return JSON.stringify({ error: { code, message, ...(details !== undefined && { details }), requestId } });
}

/**
 * Reduces anything thrown to what may be said. Errors of ours keep their text; Fastify's own are put into plain words;
 * everything else is `internal` with a fixed text, the thrown thing its cause for the log.
 */
function toHttpError(thrown: unknown): HttpError {
  if (thrown instanceof AppError) return { status: STATUS_OF[thrown.code], error: thrown };
  const { code, statusCode: status } = thrown as { code?: unknown; statusCode?: unknown };
  const known = typeof code === 'string' ? FRAMEWORK_ERRORS[code] : undefined;
  if (known) return known();
  // Whatever else Fastify or a plugin calls the client's fault: true, but its wording is not ours.
  if (typeof code === 'string' && code.startsWith('FST_') && typeof status === 'number' && status < 500) {
    return { status, error: invalidInput('The request could not be read.') };
  }
  return { status: 500, error: new AppError('internal', INTERNAL_MESSAGE, { cause: thrown }) };
}

const FRAMEWORK_ERRORS: Readonly<Record<string, () => HttpError>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: () => ({
    status: 400,
    error: invalidInput('The request body is not valid JSON.'),
  }),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => ({ status: 400, error: invalidInput('The request body is empty.') }),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => ({
    status: 400,
    error: invalidInput('The request body is not as long as its Content-Length says.'),
  }),
  FST_ERR_CTP_BODY_TOO_LARGE: () => ({
    status: 413,
    error: payloadTooLarge('The request body is too large.'),
  }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => ({
    status: 415,
    error: invalidInput('Send the request body as application/json.'),
  }),
  FST_ERR_BAD_URL: () => ({ status: 400, error: invalidInput('The address is not a valid URL.') }),
  FST_ERR_MAX_PARAM_LENGTH: () => ({
    status: 414,
    error: invalidInput('A part of the address is too long.'),
  }),
};

/** Answers with an error: envelope, status, `Retry-After`, `no-store`. Logs what is our fault, with its cause. */
export function sendError(request: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply {
  const { status, error, allow } = isHttpError(thrown) ? thrown : toHttpError(thrown);
  if (status >= 500) {
    const level = error.code === 'internal' ? 'error' : 'warn';
    request.log[level]({ err: error.cause ?? error, code: error.code }, error.message);
  }
  if (error.retryAfterS !== undefined) reply.header('retry-after', String(Math.ceil(error.retryAfterS)));
  if (allow) reply.header('allow', allow);
  return reply
    .code(status)
    .removeHeader('etag')
    .header('cache-control', 'no-store')
    .type(JSON_TYPE)
    .send(envelope(error, request.id));
}

function isHttpError(thrown: unknown): thrown is HttpError {
  return typeof thrown === 'object' && thrown !== null && 'status' in thrown && 'error' in thrown;
}
