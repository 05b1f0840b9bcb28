import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { JudgedQuery } from './query-set.ts';

/** What came at one place of an answer. */
export interface Hit {
  /** Undefined for a title that MyAnimeList does not have. */
  readonly malId: number | undefined;
  readonly title: string;
}

/** A query and its answer. */
export interface Answer {
  readonly query: JudgedQuery;
  /** Best first. */
  readonly hits: readonly Hit[];
}

/** Places of an answer that are looked at: what one page of the search shows. */
export const PLACES = 20;

const AT_ONCE = 4;
const ATTEMPTS_MAX = 5;

const searchBody = z.object({
  items: z.array(z.object({ title: z.string(), externalIds: z.object({ mal: z.int().optional() }) })),
});

/**
 * Asks a running API every query of the set, as a visitor's browser does.
 *
 * @throws Error when one is not answered with 200 and a result.
 */
export async function askAll(origin: string, queries: readonly JudgedQuery[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let first = 0; first < queries.length; first += AT_ONCE) {
    const batch = queries.slice(first, first + AT_ONCE);
    answers.push(...(await Promise.all(batch.map((query) => ask(origin, query)))));
  }
  return answers;
}

/** What a server answers; one that has too much to do is asked again when it says. */
async function answerTo(url: URL): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(url);
    if (response.status !== 503 || attempt === ATTEMPTS_MAX) return response;
    await response.body?.cancel();
    await setTimeout(Number(response.headers.get('retry-after') ?? 1) * 1_000);
  }
}

/** The path that a query is asked by. */
export function searchPath(q: string): string {
  return `/api/v1/search/anime?${new URLSearchParams({ q, limit: String(PLACES) })}`;
}

async function ask(origin: string, query: JudgedQuery): Promise<Answer> {
  const response = await answerTo(new URL(searchPath(query.q), origin));
  if (!response.ok) throw new Error(`The search for "${query.q}" was answered with ${response.status}.`);
  const { items } = searchBody.parse(await response.json());
  return { query, hits: items.map(({ title, externalIds }) => ({ title, malId: externalIds.mal })) };
}
