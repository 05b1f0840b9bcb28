import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Supply, TITLES_MAX } from './mix.ts';
import type { Kind } from './visitor.ts';

/** What the load is. */
export interface CrowdOptions {
  readonly origin: string;
  readonly supply: Supply;
  /** At the same time, once all have come. */
  readonly visitors: number;
  /** They come one after the other within this time. */
  readonly arrivalS: number;
  readonly durationS: number;
  /** Who waits longer than this goes away. */
  readonly patienceS: number;
}

/** How one kind of request did. */
export interface KindResult {
  readonly kind: Kind | 'all';
  readonly count: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** What came of a load. */
export interface CrowdResult {
  readonly visitors: number;
  readonly elapsedS: number;
  readonly kinds: readonly KindResult[];
  /** Answers other than 200, and requests without any. */
  readonly failureCount: number;
  /** The first of them. */
  readonly failures: readonly string[];
}

const PROCESS = fileURLToPath(new URL('crowd-process.ts', import.meta.url));
const PAGE = 100;

/** Sends a crowd to the site, from a process of its own. */
export async function sendCrowd(options: CrowdOptions): Promise<CrowdResult> {
  const child = fork(PROCESS, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The load ended with code ${code}.`);
  });
  ended.catch(() => {});
  child.send(options);
  const [result] = await Promise.race([once(child, 'message'), ended]);
  await ended.catch(() => {});
  return result as CrowdResult;
}

/** Reads from the site's API what there is to be asked for. */
export async function readSupply(origin: string, queries: readonly string[]): Promise<Supply> {
  const read = async <T>(path: string) => (await (await fetch(origin + path)).json()) as T;
  const slugs: string[] = [];
  const posters: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null && slugs.length < TITLES_MAX) {
    const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: { items: { slug: string; poster: { url: string } }[]; nextCursor: string | null } =
      await read(`/api/v1/anime?limit=${PAGE}${after}`);
    slugs.push(...page.items.map(({ slug }) => slug));
    posters.push(...page.items.map(({ poster }) => poster.url));
    cursor = page.nextCursor;
  }
  const { items } = await read<{ items: { slug: string }[] }>('/api/v1/genres');
  return { slugs, posters, genres: items.map(({ slug }) => slug).slice(0, PAGE), queries };
}
