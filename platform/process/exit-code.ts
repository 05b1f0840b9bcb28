import { CONFIGURATION_EXIT_CODE, SettingsError } from '../config/index.ts';
import { isAppError } from '../errors/index.ts';

/**
 * What our processes say with their exit code. The numbers are those of sysexits.h where it has one. Supervisors
 * may rely on `configuration`: starting such a process again cannot help.
 */
export const EXIT_CODE = {
  /** Finished, or was asked to stop and drained. */
  ok: 0,
  /** Stopped, but something did not close in time or failed to close. */
  unclean: 1,
  /** The command line cannot be used. */
  usage: 2,
  /** Something outside is not available: a taken port, a database that does not answer. */
  unavailable: 69,
  /** A mistake of ours. */
  internal: 70,
  /** A file or folder cannot be made or written. */
  cannotCreate: 73,
  /** The settings cannot be used. */
  configuration: CONFIGURATION_EXIT_CODE,
} as const;

/** One of the numbers of {@link EXIT_CODE}. */
export type ExitCode = (typeof EXIT_CODE)[keyof typeof EXIT_CODE];

const UNAVAILABLE_ERRNO = new Set(['EADDRINUSE', 'EADDRNOTAVAIL', 'ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT']);
const CANNOT_CREATE_ERRNO = new Set(['ENOSPC', 'EROFS', 'EDQUOT', 'EACCES', 'EPERM']);

/** The exit code that tells what kind of failure `error` is; `internal` when nothing is known about it. */
export function exitCodeFor(error: unknown): ExitCode {
  if (error instanceof SettingsError) return EXIT_CODE.configuration;
  if (isAppError(error, 'unavailable')) return EXIT_CODE.unavailable;
  const errno = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (UNAVAILABLE_ERRNO.has(errno)) return EXIT_CODE.unavailable;
  if (CANNOT_CREATE_ERRNO.has(errno)) return EXIT_CODE.cannotCreate;
  return EXIT_CODE.internal;
}
