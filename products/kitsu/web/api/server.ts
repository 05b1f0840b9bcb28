import { renderScope } from '../server/render-scope.ts';

/** What the API answered, or why it did not. */
export type Answer<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly problem: Problem };

/** `invalid`: the address asks for what cannot be; `unavailable`: worth trying again. */
export type Problem = 'not_found' | 'invalid' | 'unavailable';

const TIMEOUT_MS = 5_000;

/** GET on the first API process that answers. */
export async function ask<T>(
  path: string,
  query: Readonly<Record<string, unknown>> = {},
): Promise<Answer<T>> {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (one !== undefined) search.append(key, String(one));
  }
  const { apiOrigins } = renderScope();
  for (const origin of apiOrigins) {
    try {
      const response = await fetch(`${origin}/api/v1${path}?${search}`, {
        cache: 'no-store',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.ok) return { ok: true, data: (await response.json()) as T };
      if (response.status < 500)
        return { ok: false, problem: response.status === 404 ? 'not_found' : 'invalid' };
    } catch {}
  }
  return { ok: false, problem: 'unavailable' };
}
