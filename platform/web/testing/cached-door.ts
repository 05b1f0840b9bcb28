import { onTestFinished, vi } from 'vitest';
import { createLogger, createMetrics } from '../../telemetry/index.ts';
import { createFrontDoor, type FrontDoorOptions } from '../front-door.ts';
import type { RenderContext } from '../render-page.ts';
import { type ApiChild, startApiChild } from './api-child.ts';

/** An API process for one test. */
export async function child(value = 0, port = 0): Promise<ApiChild> {
  const started = await startApiChild(port, value);
  onTestFinished(() => started.kill());
  return started;
}

type Render = FrontDoorOptions['renderPage'];

/** A page that shows what an API process knows; asked like Kitsu asks, the next one when one does not answer. */
async function valuePage(context: RenderContext): Promise<string> {
  const origins = [...context.apiOrigins].sort(() => Math.random() - 0.5);
  for (const origin of origins) {
    const signals = [AbortSignal.timeout(4_000), context.goneSignal(origin)].filter(
      (one) => one !== undefined,
    );
    const answer = await fetch(`${origin}/api/value`, { signal: AbortSignal.any(signals) }).catch(
      () => undefined,
    );
    if (answer) return ((await answer.json()) as { value: number }).value.toString();
  }
  context.markIncomplete();
  return 'unreachable';
}

/** A front door with a page cache for one test. Its pages show what an API process knows, unless another `render` is given. */
export async function openDoor(
  children: readonly { origin: string }[],
  render?: Render,
  maxBytes = 1_000_000,
) {
  const counts = { rendered: 0 };
  const metrics = createMetrics({ service: 'test', processMetrics: false });
  const door = await createFrontDoor({
    host: '127.0.0.1',
    port: 0,
    logger: createLogger({ service: 'test', level: 'silent' }),
    metrics,
    apiOrigins: children.map(({ origin }) => origin),
    renderPage: async (request, response, context) => {
      counts.rendered += 1;
      if (render) return render(request, response, context);
      const text = await valuePage(context);
      response.writeHead(text === 'unreachable' ? 503 : 200, { 'content-type': 'text/plain' }).end(text);
    },
    pageCache: {
      maxBytes,
      canonical: ({ url = '/', headers }) =>
        headers.cookie?.includes('session')
          ? undefined
          : { url, headers: { language: (headers['x-language'] as string) ?? 'en' } },
    },
  });
  onTestFinished(() => door.close());
  const { origin } = await door.listen();
  const text = async (path = '/page') => (await fetch(origin + path)).text();
  /** Waits until pages are answered from memory. */
  const warm = async () => {
    await vi.waitUntil(
      async () => {
        const before = counts.rendered;
        await text();
        await text();
        return counts.rendered === before;
      },
      { timeout: 5_000, interval: 5 },
    );
  };
  return { origin, counts, text, warm, metrics };
}
