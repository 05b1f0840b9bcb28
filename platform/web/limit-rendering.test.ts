import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { createMetrics } from '../telemetry/index.ts';
import { limitRendering } from './limit-rendering.ts';
import type { RenderContext } from './render-page.ts';

/** A limited renderer whose pages are done when the test says so. */
function limited(places: Parameters<typeof limitRendering>[2]) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const render = limitRendering(
    async ({ url = '' }) => {
      begun.push(url);
      const { promise, resolve } = Promise.withResolvers<void>();
      ends.set(url, resolve);
      await promise;
    },
    createMetrics({ service: 'test', processMetrics: false }),
    places,
  );
  return {
    begun,
    end: (url: string) => ends.get(url)?.(),
    ask: (url: string, unwanted?: AbortSignal) =>
      render({ url } as IncomingMessage, {} as ServerResponse, { unwanted } as RenderContext),
  };
}

test('so many at once, the others in their order, and no more of them than may wait', async () => {
  const { begun, end, ask } = limited({ runningMax: 2, waitingMax: 2 });
  const all = ['a', 'b', 'c', 'd'].map((url) => ask(url));
  await expect(ask('e')).rejects.toMatchObject({ code: 'unavailable', retryAfterS: 2 });
  expect(begun).toEqual(['a', 'b']);
  for (const url of ['b', 'a']) {
    end(url);
  }
  await expect.poll(() => begun).toEqual(['a', 'b', 'c', 'd']);
  for (const url of ['c', 'd']) end(url);
  await Promise.all(all);
});

test('what nobody wants any more loses its place in the line, and what is rendered already does not', async () => {
  const { begun, end, ask } = limited({ runningMax: 1, waitingMax: 1 });
  const [left, gone] = [new AbortController(), AbortSignal.abort()];
  const running = ask('running', left.signal);
  const waiting = ask('waiting', left.signal);
  left.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'unavailable' });
  await expect(ask('gone', gone)).rejects.toMatchObject({ code: 'unavailable' });
  const next = ask('next');
  end('running');
  await running;
  end('next');
  await next;
  expect(begun).toEqual(['running', 'next']);
});

test('a rendering that never ends gives its place to others, once', async () => {
  const { begun, end, ask } = limited({ runningMax: 1, placeMaxMs: 20 });
  const stuck = ask('stuck');
  const second = ask('second');
  const third = ask('third');
  await expect.poll(() => begun).toEqual(['stuck', 'second', 'third']);
  for (const url of ['stuck', 'second', 'third']) end(url);
  await Promise.all([stuck, second, third]);
  const last = ask('last');
  expect(begun.at(-1)).toBe('last');
  const after = ask('after');
  expect(begun.at(-1)).toBe('last');
  end('last');
  await last;
  end('after');
  await after;
});
