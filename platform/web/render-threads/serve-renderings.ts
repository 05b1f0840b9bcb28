import type { IncomingMessage, ServerResponse } from 'node:http';
import { parentPort } from 'node:worker_threads';
import { captureResponse } from '../page-cache/capture-response.ts';
import type { Asked, Said } from './messages.ts';

/** What a rendering in a thread knows of the front door: the same as one beside it. */
export type ThreadContext = {
  readonly apiOrigins: readonly string[];
  goneSignal(origin: string): AbortSignal | undefined;
  markIncomplete(): void;
};

/** Renders in a thread. */
export type ThreadRenderer = {
  render(request: IncomingMessage, response: ServerResponse, context: ThreadContext): Promise<void>;
  close(): Promise<void>;
};

/** Answers what the front door asks of this thread, until it is told to end. To be called once, by the thread's own program. */
export function serveRenderings(renderer: ThreadRenderer): void {
  if (!parentPort) throw new Error('This is the program of a thread.');
  const port = parentPort;
  const say = (said: Said) => port.postMessage(said);
  const underWay = new Map<number, ReadonlyMap<string, AbortController>>();
  port.on('message', async (asked: Asked) => {
    if (asked.kind === 'gone') return underWay.get(asked.id)?.get(asked.origin)?.abort();
    if (asked.kind === 'close') {
      await renderer.close();
      return port.close();
    }
    const gone = new Map(asked.apiOrigins.map((origin) => [origin, new AbortController()]));
    underWay.set(asked.id, gone);
    let isIncomplete = false;
    const context: ThreadContext = {
      apiOrigins: asked.apiOrigins,
      goneSignal: (origin) => gone.get(origin)?.signal,
      markIncomplete: () => {
        isIncomplete = true;
      },
    };
    try {
      const answer = await captureResponse(asked, (request, response) =>
        renderer.render(request, response, context),
      );
      say({ kind: 'rendered', id: asked.id, answer, isIncomplete });
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      say({ kind: 'failed', id: asked.id, message, stack });
    } finally {
      underWay.delete(asked.id);
    }
  });
  say({ kind: 'ready' });
}
