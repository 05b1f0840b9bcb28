export type { AppErrorOptions, ErrorCode, FieldProblem } from './app-error.ts';
export { AppError, ERROR_CODES, isAppError } from './app-error.ts';
export {
  conflict,
  forbidden,
  internal,
  invalidInput,
  notFound,
  payloadTooLarge,
  timedOut,
  tooManyRequests,
  unauthenticated,
  unavailable,
} from './kinds.ts';
