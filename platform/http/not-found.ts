import { invalidInput, notFound } from '../errors/index.ts';
import type { HttpError } from './envelope.ts';
import type { Route } from './route.ts';

/** What is said of an address that leads nowhere. */
export const NOTHING_HERE = 'There is nothing at this address.';

type Pattern = { matches: RegExp; method: string };

/** Says why nothing answers a request: no such address (404), or the address has other methods (405, with `Allow`). */
export function unroutable(routes: readonly Route[]): (method: string, url: string) => HttpError {
  const shown = routes.filter(({ access }) => access === 'public' || !access.hidden);
  const patterns: Pattern[] = shown.map((route) => ({
    matches: pathPattern(route.path),
    method: route.method,
  }));
  return (method, url) => {
    const path = url.split('?', 1)[0] ?? '/';
    const methods = patterns.filter(({ matches }) => matches.test(path)).map((pattern) => pattern.method);
    if (methods.length === 0) return { status: 404, error: notFound(NOTHING_HERE) };
    if (methods.includes('GET')) methods.push('HEAD');
    const allow = [...new Set(methods)].sort().join(', ');
    const said = /^[A-Z]{1,20}$/.test(method) ? method : 'this method';
    return { status: 405, error: invalidInput(`This address answers ${allow}, not ${said}.`), allow };
  };
}

function pathPattern(path: string): RegExp {
  const parts = path
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[^\w-]/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}$`);
}
