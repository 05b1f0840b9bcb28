import type { Suggestion, TitleList, TitleQuery } from './types.ts';

async function ask<T>(
  path: string,
  query: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<T> {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (one !== undefined) search.append(key, String(one));
  }
  const response = await fetch(`/api/v1${path}?${search}`, { signal });
  if (!response.ok) throw new Error(`The API answered ${response.status}.`);
  return (await response.json()) as T;
}

export function suggest(q: string, signal: AbortSignal): Promise<{ items: Suggestion[] }> {
  return ask('/search/suggestions', { q, limit: 7 }, signal);
}

export function moreTitles(query: TitleQuery, signal: AbortSignal): Promise<TitleList> {
  return ask('/anime', { ...query }, signal);
}
