import { isAppError } from '../errors/index.ts';
import { errorState } from './failures.ts';

/** What a person can do about the states that a wrong setting leads to. */
const CURES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens there: start the server, or correct host and port.',
  ENOTFOUND: 'That host name is not known: correct it.',
  EAI_AGAIN: 'That host name cannot be looked up right now: correct it, or look after the name service.',
  '28P01': 'The server refuses the password: correct user and password.',
  '28000': 'The server refuses this user: correct the user, or allow it in pg_hba.conf.',
  '3D000': 'That database does not exist: create it, or correct its name.',
  '53300': 'The server has no connection left: stop something, or raise max_connections.',
  '57P03': 'The server is starting or stopping: try again in a moment.',
};

/**
 * A sentence for the person who starts a program that cannot reach its database: where it tried, what came back and
 * what to do. Names server, database and user; never the password.
 */
export function explainConnectionFailure(url: string, error: unknown): string {
  const cause = isAppError(error) ? (error.cause ?? error) : error;
  const said = cause instanceof Error ? cause.message || cause.name : String(cause);
  const cure = CURES[errorState(cause) ?? ''] ?? 'Check the address and whether the server is up.';
  return `The database ${placeOf(url)} cannot be used: ${said}. ${cure}`;
}

function placeOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    // Nothing of it is repeated: whatever it is, a password may be in it.
    return '(its URL cannot be read; it looks like postgres://user:password@host:5432/name)';
  }
  const { hostname, port, pathname, username } = parsed;
  return `"${pathname.slice(1)}" at ${hostname}:${port || '5432'} (user ${decodeURIComponent(username) || 'unset'})`;
}
