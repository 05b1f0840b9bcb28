import { type AppError, isAppError, timedOut, unavailable } from '../errors/index.ts';

/** Socket errors of Node: the server is not there, or no longer. */
const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** SQLSTATEs with which the server says that it, and not the statement, is at fault. */
const UNAVAILABLE_STATES = new Set([
  '25P03', // idle-in-transaction timeout: the session is gone
  '25P04', // transaction timeout: likewise
  '57P01', // shutting down
  '57P02', // crashed
  '57P03', // starting up
  '57P05', // idle session timeout
]);

/** What the driver throws without a code of its own. */
const DRIVER_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client (has encountered a connection error|was closed) and is not queryable|Cannot use a pool after calling end)/;

/** The SQLSTATE or socket code of an error, when it has one. */
export function errorState(error: unknown): string | undefined {
  if (isAppError(error)) return errorState(error.cause);
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Whether the error means that its connection must not be used again. */
export function breaksConnection(error: unknown): boolean {
  const state = errorState(error);
  if (state === undefined) return error instanceof Error && DRIVER_MESSAGES.test(error.message);
  return SOCKET_CODES.has(state) || state.startsWith('08') || UNAVAILABLE_STATES.has(state);
}

/**
 * Turns what the driver throws into what callers tell apart: a server that cannot answer is `unavailable`, a
 * statement that the server ended for its length is `timeout`. Everything else (a constraint, a mistake in SQL)
 * comes back as it is.
 */
export function toAppError(error: unknown): AppError | unknown {
  if (isAppError(error)) return error;
  const state = errorState(error);
  // Class 53 is "out of something": connections, memory, disk.
  if (breaksConnection(error) || state?.startsWith('53')) {
    return unavailable('The database cannot answer right now. Try again in a moment.', { cause: error });
  }
  if (state === '57014' && error instanceof Error && error.message.includes('statement timeout')) {
    return timedOut('The database took too long to answer.', { cause: error });
  }
  return error;
}

/** Whether another session won, so that the same transaction can simply be run again. */
export function isSerializationFailure(error: unknown): boolean {
  const state = errorState(error);
  return state === '40001' || state === '40P01';
}

/** Whether a named statement has outlived a migration: its plan was made for columns that have changed since. */
export function isStalePlan(error: unknown): boolean {
  return (
    errorState(error) === '0A000' &&
    error instanceof Error &&
    error.message.includes('cached plan must not change')
  );
}

/** Whether a unique constraint (or unique index) was hit; by name when one is given. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (errorState(error) !== '23505') return false;
  if (constraint === undefined) return true;
  return error instanceof Error && 'constraint' in error && error.constraint === constraint;
}

/** Whether a foreign key was hit; by name when one is given. */
export function isForeignKeyViolation(error: unknown, constraint?: string): boolean {
  if (errorState(error) !== '23503') return false;
  if (constraint === undefined) return true;
  return error instanceof Error && 'constraint' in error && error.constraint === constraint;
}
