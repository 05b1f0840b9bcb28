import { AppError, type FieldProblem } from './app-error.ts';

/** The sender's input cannot be used; `details` names the fields. */
export function invalidInput(message: string, details?: readonly FieldProblem[]): AppError {
  return new AppError('invalid_input', message, { details });
}

/** Nobody is signed in, and the thing asked for needs somebody who is. */
export function unauthenticated(message = 'Sign in first.', details?: readonly FieldProblem[]): AppError {
  return new AppError('unauthenticated', message, { details });
}

/** Somebody is signed in and may not do this. */
export function forbidden(message: string, details?: unknown): AppError {
  return new AppError('forbidden', message, { details });
}

/** The thing does not exist, or the asker may not know that it does. */
export function notFound(message: string): AppError {
  return new AppError('not_found', message);
}

/** The request contradicts the present state (a version moved on, a name is taken). */
export function conflict(message: string, details?: unknown): AppError {
  return new AppError('conflict', message, { details });
}

/** More bytes than we accept. */
export function payloadTooLarge(message: string): AppError {
  return new AppError('payload_too_large', message);
}

/** The caller went over a limit; it may try again after `retryAfterS` seconds. */
export function tooManyRequests(message: string, retryAfterS: number): AppError {
  return new AppError('too_many_requests', message, { retryAfterS });
}

/** Something we depend on (a full pool, a dead database) cannot answer now; trying again later makes sense. */
export function unavailable(
  message: string,
  options: { readonly retryAfterS?: number; readonly cause?: unknown } = {},
): AppError {
  return new AppError('unavailable', message, {
    retryAfterS: options.retryAfterS ?? 1,
    cause: options.cause,
  });
}

/** The work was begun and given up because it took too long. */
export function timedOut(message: string, options: { readonly cause?: unknown } = {}): AppError {
  return new AppError('timeout', message, options);
}

/** A mistake of ours. The message is public, so it says nothing but that; what happened is the `cause`. */
export function internal(cause: unknown): AppError {
  return new AppError('internal', 'Something went wrong on our side.', { cause });
}
