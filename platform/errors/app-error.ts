/**
 * Every way a request can fail, as a client may tell them apart. The list is closed: HTTP statuses, retries and
 * texts hang on it, so a new kind of failure is a decision and not a string.
 */
export const ERROR_CODES = [
  'invalid_input',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'payload_too_large',
  'too_many_requests',
  'unavailable',
  'timeout',
  'internal',
] as const;

/** One of {@link ERROR_CODES}. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One thing wrong with an input: where (`filter.year`, `items.3.title`) and what, in words for the sender. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
  /** The same for programs that say it in words of their own: one word, such as `too_short`. */
  readonly reason?: string;
}

/** What an {@link AppError} carries besides its code and message. */
export interface AppErrorOptions {
  /** Public, machine-readable details; it is sent to the client as it is. */
  readonly details?: unknown;
  /** Seconds after which trying again makes sense. */
  readonly retryAfterS?: number;
  /** What really happened. Internal: it is logged and never sent. */
  readonly cause?: unknown;
}

/**
 * A failure we expect and can explain. `message` and `details` are public: they are shown to whoever asked.
 * Whatever must stay inside (SQL, addresses, stack traces of others) goes into `cause`.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: unknown;
  readonly retryAfterS: number | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = options.details;
    this.retryAfterS = options.retryAfterS;
  }
}

/** Whether `error` is an {@link AppError}, and one of `code` when a code is given. */
export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}
