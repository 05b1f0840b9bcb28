import { renderScope } from '../server/render-scope.ts';

/** What the API answered, or why it did not. */
export type Answer<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly problem: Problem };

/**
 * `invalid`: the address asks for what cannot be; `unavailable`: worth trying again; `unauthenticated` and `forbidden`:
 * answers to one reader.
 */
export type Problem = 'not_found' | 'invalid' | 'unavailable' | 'unauthenticated' | 'forbidden';

/** How a call of the generated client is to be made. */
export interface CallOptions {
  readonly baseUrl: string;
  readonly cache: 'no-store';
  readonly signal: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Every process gets this long; a page waits for all of them together at most TIMEOUT_MS times their number. */
const TIMEOUT_MS = 4_000;

/**
 * Asks the API while a page is rendered: the first process that answers, starting with a random one so that the
 * load spreads. A process that is down, drains or takes too long is passed over; reads may be repeated. `headers` are those
 * of a reader, on pages that are made for him.
 */
export async function ask<T>(
  call: (
    options: CallOptions,
  ) => Promise<{ readonly data?: T | undefined; readonly response?: Response | undefined }>,
  headers?: Readonly<Record<string, string>>,
): Promise<Answer<T>> {
  const { api } = renderScope();
  const { apiOrigins } = api;
  const first = Math.floor(Math.random() * apiOrigins.length);
  for (const baseUrl of [...apiOrigins.slice(first), ...apiOrigins.slice(0, first)]) {
    const gone = api.goneSignal(baseUrl);
    const late = AbortSignal.timeout(TIMEOUT_MS);
    const signal = gone ? AbortSignal.any([late, gone]) : late;
    const { data, response } = await call({
      baseUrl,
      cache: 'no-store',
      signal,
      ...(headers && { headers }),
    });
    if (response?.ok && data !== undefined) return { ok: true, data };
    if (response && response.status >= 400 && response.status < 500) {
      const problem = problemOf(response.status);
      if (problem === 'unavailable') api.markIncomplete();
      return { ok: false, problem };
    }
  }
  api.markIncomplete();
  return { ok: false, problem: 'unavailable' };
}

function problemOf(status: number): Problem {
  if (status === 404) return 'not_found';
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  return status === 429 ? 'unavailable' : 'invalid';
}
