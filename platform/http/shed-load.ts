import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import type { FastifyInstance } from 'fastify';
import { unavailable } from '../errors/index.ts';
import type { ServerLimits } from './server-limits.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered even while everything else is shed. */
    essential?: boolean;
  }
}

const RESOLUTION_MS = 10;
const WINDOW_MS = 500;
/** One stall (a start, a large parse, a machine that slept) is over when it is seen; only one after the other is load. */
const WINDOWS_IN_A_ROW = 2;
const RETRY_AFTER_S = 2;

/**
 * Refuses work with 503 while the event loop or the heap stays beyond its limit, so that what was accepted gets done. It
 * measures windows of half a second from the moment the server is ready, and sheds after two of them in a row.
 */
export function shedLoad(app: FastifyInstance, limits: Required<ServerLimits>): void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  let timer: NodeJS.Timeout | undefined;
  let streak = 0;
  const measure = () => {
    // Without a single sample the mean is not a number, and no window counts as too slow.
    const delayMs = delay.mean / 1e6 - RESOLUTION_MS;
    delay.reset();
    const over =
      delayMs > limits.eventLoopDelayMaxMs || getHeapStatistics().used_heap_size > limits.heapMaxBytes;
    streak = over ? streak + 1 : 0;
  };
  app.addHook('onReady', async () => {
    delay.enable();
    timer = setInterval(measure, WINDOW_MS).unref();
  });
  app.addHook('onClose', async () => {
    clearInterval(timer);
    delay.disable();
  });
  app.addHook('onRequest', (request, reply, done) => {
    if (streak < WINDOWS_IN_A_ROW || request.routeOptions.config.essential) return done();
    return reply.send(
      unavailable('The server is overloaded. Try again shortly.', { retryAfterS: RETRY_AFTER_S }),
    );
  });
}
