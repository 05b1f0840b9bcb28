import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Worker } from 'node:worker_threads';
import type { RenderContext, RenderPage } from '../render-page.ts';
import type { Asked, Said } from './messages.ts';

/** Where pages are rendered, and how many threads do so. */
export type RenderThreadsOptions = {
  /** The program of a thread; it calls `serveRenderings`. */
  readonly program: URL;
  /** Handed to the program as its `workerData`. */
  readonly data: unknown;
  readonly count: number;
};

/** Threads that render pages. */
export type RenderThreads = {
  readonly renderPage: RenderPage;
  close(): Promise<void>;
};

/** A body that a page may be sent. */
const BODY_MAX_BYTES = 1_048_576;

/**
 * Renders pages in threads of their own, so that what is ready to be sent never waits for what has to be made. A thread
 * that dies takes the process with it, as a failure of the renderer in this thread would: whoever keeps it starts it again.
 *
 * @throws what the program throws before it serves.
 */
export async function openRenderThreads({
  program,
  data,
  count,
}: RenderThreadsOptions): Promise<RenderThreads> {
  const threads = await Promise.all(Array.from({ length: count }, () => RenderThread.start(program, data)));
  return {
    renderPage: (request, response, context) => {
      const idlest = threads.reduce((one, other) => (other.busyCount < one.busyCount ? other : one));
      return idlest.render(request, response, context);
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

type Rendered = Extract<Said, { kind: 'rendered' }>;

class RenderThread {
  readonly #worker: Worker;
  readonly #underWay = new Map<number, { resolve(said: Rendered): void; reject(error: unknown): void }>();
  #lastId = 0;
  #isClosing = false;

  static async start(program: URL, data: unknown): Promise<RenderThread> {
    const worker = new Worker(program, { workerData: data });
    // The first thing that it says is that it is ready; a failure rejects.
    await once(worker, 'message');
    return new RenderThread(worker);
  }

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (said: Said) => this.#hear(said));
    worker.once('exit', () => {
      if (!this.#isClosing) throw new Error('A thread that renders pages ended by itself.');
    });
  }

  get busyCount(): number {
    return this.#underWay.size;
  }

  async render(request: IncomingMessage, response: ServerResponse, context: RenderContext): Promise<void> {
    this.#lastId += 1;
    const id = this.#lastId;
    const { method = 'GET', url = '/', headers } = request;
    const body = await bodyOf(request);
    const { promise, resolve, reject } = Promise.withResolvers<Rendered>();
    this.#underWay.set(id, { resolve, reject });
    const unfollow = this.#followGone(id, context);
    try {
      const plain = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
      this.#ask({
        kind: 'render',
        id,
        method,
        url,
        headers: plain as Record<string, string | string[]>,
        body,
        apiOrigins: context.apiOrigins,
      });
      const { answer, isIncomplete } = await promise;
      if (isIncomplete) context.markIncomplete();
      response.writeHead(answer.status, answer.headers).end(answer.body);
    } finally {
      this.#underWay.delete(id);
      unfollow();
    }
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    const ended = once(this.#worker, 'exit');
    this.#ask({ kind: 'close' });
    await ended;
  }

  /** Tells the thread when an API process that it may be asking stops answering. */
  #followGone(id: number, context: RenderContext): () => void {
    const ends = context.apiOrigins.flatMap((origin) => {
      const signal = context.goneSignal(origin);
      if (!signal) return [];
      const tell = () => this.#ask({ kind: 'gone', id, origin });
      signal.addEventListener('abort', tell, { once: true });
      return [() => signal.removeEventListener('abort', tell)];
    });
    return () => {
      for (const end of ends) end();
    };
  }

  #hear(said: Said): void {
    if (said.kind === 'ready') return;
    const asking = this.#underWay.get(said.id);
    if (said.kind === 'rendered') asking?.resolve(said);
    else asking?.reject(Object.assign(new Error(said.message), { stack: said.stack }));
  }

  #ask(asked: Asked): void {
    this.#worker.postMessage(asked);
  }
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const { method } = request;
  if (method === 'GET' || method === 'HEAD') return undefined;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > BODY_MAX_BYTES) throw new Error('The body of a request to a page is too large.');
    chunks.push(chunk);
  }
  return chunks.length === 0 ? undefined : Buffer.concat(chunks);
}
