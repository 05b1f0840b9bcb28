import type { Agent } from 'node:http';
import { request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Act,
  BY_LINK,
  catalogueQuery,
  KEY_PRESS_MS,
  MIX,
  POSTERS_PER_PAGE,
  type Supply,
  THINK_MEAN_MS,
} from './mix.ts';

/** Kinds of requests, as they are reported. */
export type Kind = Act | 'poster' | 'suggestion';

/** Told of each answer. `failure` says what was wrong with it. */
export type Witness = (kind: Kind, elapsedMs: number, failure: string | undefined) => void;

/** What visitors share. */
export interface Crowd {
  readonly origin: string;
  readonly supply: Supply;
  readonly patienceMs: number;
  readonly agent: Agent;
  readonly random: () => number;
  readonly witness: Witness;
  isOver(): boolean;
}

/** The tree of Next's router on the home page. */
const FROM_HOME = encodeURIComponent(
  JSON.stringify(['', { children: [['lang', 'en', 'd', null], { children: ['__PAGE__', {}] }] }]),
);

/** Comes after so long and visits the site like a person, one thing after the other with pauses to read, until the load is over. */
export async function visit(crowd: Crowd, afterMs: number): Promise<void> {
  await sleep(afterMs);
  while (!crowd.isOver()) {
    await act(crowd);
    const thoughtMs = -Math.log(1 - crowd.random()) * THINK_MEAN_MS;
    await sleep(Math.min(thoughtMs, 5 * THINK_MEAN_MS));
  }
}

async function act(crowd: Crowd): Promise<void> {
  const { random, supply } = crowd;
  const kind = chooseAct(random());
  const query = encodeURIComponent(pick(random, supply.queries));
  if (kind === 'home') return page(crowd, kind, '/');
  if (kind === 'catalogue') return page(crowd, kind, `/anime${catalogueQuery(random, supply)}`);
  if (kind === 'title') return page(crowd, kind, `/anime/${zipf(random, supply.slugs)}`);
  if (kind === 'search') return page(crowd, kind, `/search?q=${query}`);
  if (kind === 'list') return ask(crowd, kind, `/api/v1/anime${catalogueQuery(random, supply)}`);
  return typing(crowd, pick(random, supply.queries));
}

async function page(crowd: Crowd, kind: Kind, path: string): Promise<void> {
  const { random, supply } = crowd;
  const byLink = random() < BY_LINK;
  const address = byLink ? `${path}${path.includes('?') ? '&' : '?'}_rsc=1` : path;
  await ask(crowd, kind, address, byLink ? { rsc: '1', 'next-router-state-tree': FROM_HOME } : {});
  const posters = Array.from({ length: POSTERS_PER_PAGE }, () => pick(random, supply.posters));
  await Promise.all(posters.map((poster) => ask(crowd, 'poster', poster)));
}

/** A key after the other; like the search box, without waiting for what the last one brought. */
async function typing(crowd: Crowd, query: string): Promise<void> {
  const letters = [...query].slice(0, 12);
  const asked: Promise<void>[] = [];
  for (let length = 2; length <= letters.length; length += 1) {
    const typed = encodeURIComponent(letters.slice(0, length).join(''));
    asked.push(ask(crowd, 'suggestion', `/api/v1/search/suggestions?q=${typed}&limit=7`));
    await sleep(KEY_PRESS_MS);
  }
  await Promise.all(asked);
}

function ask(crowd: Crowd, kind: Kind, path: string, headers: Record<string, string> = {}): Promise<void> {
  const startedMs = performance.now();
  const { promise, resolve } = Promise.withResolvers<void>();
  let isAnswered = false;
  const done = (failure?: string) => {
    crowd.witness(kind, performance.now() - startedMs, failure);
    resolve();
  };
  const sent = httpRequest(
    crowd.origin + path,
    {
      agent: crowd.agent,
      headers: { ...headers, 'accept-encoding': 'br' },
      signal: AbortSignal.timeout(crowd.patienceMs),
    },
    (response) => {
      isAnswered = true;
      response.resume();
      response.on('end', () =>
        done(response.statusCode === 200 ? undefined : `${response.statusCode} ${path}`),
      );
      response.on('error', (error) => done(`${error.message} ${path}`));
    },
  );
  // What breaks off in the middle is told by its response.
  sent.on('error', (error) => {
    if (!isAnswered) done(`${error.message} ${path}`);
  });
  sent.end();
  return promise;
}

function chooseAct(share: number): Act {
  let rest = share * Object.values(MIX).reduce((sum, one) => sum + one, 0);
  for (const [act, weight] of Object.entries(MIX)) {
    rest -= weight;
    if (rest < 0) return act as Act;
  }
  return 'home';
}

/** The n-th is picked 1/n as often as the first: the inverse of the harmonic sum, which a logarithm is close to. */
function zipf(random: () => number, from: readonly string[]): string {
  const rank = Math.exp(random() * Math.log(from.length + 1));
  return from[Math.min(from.length, Math.floor(rank)) - 1] ?? '';
}

function pick<T>(random: () => number, from: readonly T[]): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error('There is nothing to ask for.');
  return picked;
}
