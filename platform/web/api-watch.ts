import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'undici';
import type { Freshness } from '../cache/index.ts';
import { FRESHNESS_PATH, freshnessContract } from '../http/index.ts';
import { openableOrigin } from './upstream-origin.ts';

/** What was known when something was rendered: the news heard until then, and the processes that may have been asked. */
export type Stamp = { readonly generation: number; readonly apis: readonly WatchedApi[] };

/** One API process as the front door knows it. */
type WatchedApi = {
  readonly origin: string;
  readonly client: Client;
  heard: Freshness | undefined;
  /** The moment (of `performance.now()`) up to which it has heard of every commit, as of its last answer. */
  provenMs: number;
  /** Questions in a row that it left unanswered. */
  unansweredCount: number;
  gone: AbortController;
};

/** How the watch is kept; the defaults hold for production. */
export type ApiWatchOptions = {
  readonly origins: readonly string[];
  /** Called when anything that was rendered before may have become old. */
  onNews(): void;
  /** Pause between two questions. Default 100. */
  readonly pauseMs?: number;
};

const PAUSE_MS = 100;
/** A process that leaves a question unanswered for so long gets no work while another one answers. */
const UNANSWERED_MS = 1_000;
/** After so many in a row, reads that wait for it go elsewhere: sooner, a busy process would be given everything twice. */
const UNANSWERED_GONE = 2;
/** What was proven longer ago than this is not served: with the answer's own way to the reader less than a second. */
const PROOF_MAX_AGE_MS = 900;

/**
 * Knows how fresh the API processes are, by asking each of them some times a second what it has heard of.
 *
 * The rule that pages are kept by: something was rendered under a stamp, taken before the rendering began. It shows every
 * commit made before the moment M when, since then, no process has said anything about news, and each process that may
 * have been asked has proven that it knew all commits before M. For the process's version is still the one of the
 * stamp, so whatever it has heard up to its proof it had heard before the rendering, and answers show what was heard.
 * A process that is slower to hear than others only makes M older, never wrong.
 */
export class ApiWatch {
  readonly #apis: readonly WatchedApi[];
  readonly #onNews: () => void;
  readonly #pauseMs: number;
  readonly #closing = new AbortController();
  #generation = 0;
  #loops: Promise<void>[] = [];

  /** Throws when an origin is not of the form `http://host:port`. */
  constructor({ origins, onNews, pauseMs = PAUSE_MS }: ApiWatchOptions) {
    this.#onNews = onNews;
    this.#pauseMs = pauseMs;
    this.#apis = origins.map((origin) => ({
      origin,
      client: new Client(openableOrigin(origin)),
      heard: undefined,
      provenMs: Number.NEGATIVE_INFINITY,
      unansweredCount: 0,
      gone: new AbortController(),
    }));
  }

  /** Begins to ask. */
  start(): void {
    this.#loops = this.#apis.map((api) => this.#ask(api));
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#loops);
    await Promise.all(this.#apis.map(({ client }) => client.destroy()));
  }

  /** The state of knowledge right now. No processes in it: nothing is proven, so nothing rendered now can be kept. */
  stamp(): Stamp {
    const apis = this.#apis.filter((api) => isAnswering(api) && isProven(api));
    return { generation: this.#generation, apis };
  }

  /** Whether what was rendered under this stamp shows everything that was committed 0.9 s ago. */
  isCurrent(stamp: Stamp): boolean {
    return stamp.generation === this.#generation && stamp.apis.length > 0 && stamp.apis.every(isProven);
  }

  /** Whether the process answers; a process that nobody watches does. */
  isResponsive(origin: string): boolean {
    const api = this.#find(origin);
    return !api || isAnswering(api);
  }

  /** Aborted when the process stops answering while another one does. */
  goneSignal(origin: string): AbortSignal | undefined {
    return this.#find(origin)?.gone.signal;
  }

  /** All that answer, the ones with a proof before the ones without; all there are when none does. */
  usableOrigins(): string[] {
    const { apis } = this.stamp();
    const usable = apis.length > 0 ? apis : this.#apis.filter(isAnswering);
    return (usable.length > 0 ? usable : this.#apis).map(({ origin }) => origin);
  }

  #find(origin: string): WatchedApi | undefined {
    return this.#apis.find((api) => api.origin === origin);
  }

  async #ask(api: WatchedApi): Promise<void> {
    while (!this.#closing.signal.aborted) {
      const askedMs = performance.now();
      const answer = await this.#freshnessOf(api);
      if (this.#closing.signal.aborted) return;
      if (answer === 'none') this.#miss(api);
      else this.#hear(api, answer, askedMs);
      await pause(this.#pauseMs, this.#closing.signal);
    }
  }

  /** What the process says of itself; undefined when it answers something else, `none` when it does not answer. */
  async #freshnessOf({ client }: WatchedApi): Promise<Freshness | undefined | 'none'> {
    const late = new AbortController();
    // One turn of the event loop later: an answer that arrived while this process itself was busy is not late.
    const timer = setTimeout(() => setImmediate(() => late.abort()), UNANSWERED_MS);
    const signal = AbortSignal.any([late.signal, this.#closing.signal]);
    try {
      const { statusCode, body } = await client.request({ method: 'GET', path: FRESHNESS_PATH, signal });
      const said: unknown = await body.json();
      return statusCode === 200 ? freshnessContract.safeParse(said).data : undefined;
    } catch {
      return 'none';
    } finally {
      clearTimeout(timer);
    }
  }

  #hear(api: WatchedApi, said: Freshness | undefined, askedMs: number): void {
    if (api.gone.signal.aborted) api.gone = new AbortController();
    api.unansweredCount = 0;
    if (api.heard && (api.heard.epoch !== said?.epoch || api.heard.version !== said.version)) {
      this.#generation += 1;
      this.#onNews();
    }
    api.heard = said;
    const agoMs = said?.provenAgoMs ?? Number.POSITIVE_INFINITY;
    // It measured its age when it answered, which was later than this: the proof is at least as young as noted.
    api.provenMs = askedMs - agoMs;
  }

  #miss(api: WatchedApi): void {
    api.unansweredCount += 1;
    if (api.unansweredCount >= UNANSWERED_GONE && this.#apis.some(isAnswering)) api.gone.abort();
  }
}

function isAnswering({ unansweredCount }: WatchedApi): boolean {
  return unansweredCount === 0;
}

function isProven({ provenMs }: WatchedApi): boolean {
  return performance.now() - provenMs <= PROOF_MAX_AGE_MS;
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {}); // Being woken up early is not a failure.
}
