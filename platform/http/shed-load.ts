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

const TICK_MS = 100;
/** One stall (a start, a large parse, a machine that slept) is over when it is seen; only one after the other is load. */
const TICKS_IN_A_ROW = 2;
const RETRY_AFTER_S = 2;

/**
 * Refuses work with 503 while the event loop or the heap stays beyond its limit, so that what was accepted gets done. A
 * clock ticks ten times a second; two ticks in a row that come too late (or find too much in use) begin the shedding, the
 * first good one ends it.
 */
export function shedLoad(app: FastifyInstance, limits: Required<ServerLimits>): void {
  let timer: NodeJS.Timeout | undefined;
  let lastMs = 0;
  let streak = 0;
  const tick = () => {
    const nowMs = performance.now();
    const delayMs = nowMs - lastMs - TICK_MS;
    lastMs = nowMs;
    const over =
      delayMs > limits.eventLoopDelayMaxMs || getHeapStatistics().used_heap_size > limits.heapMaxBytes;
    streak = over ? streak + 1 : 0;
  };
  app.addHook('onReady', async () => {
    lastMs = performance.now();
    timer = setInterval(tick, TICK_MS).unref();
  });
  app.addHook('onClose', async () => clearInterval(timer));
  app.addHook('onRequest', (request, reply, done) => {
    if (streak < TICKS_IN_A_ROW || request.routeOptions.config.essential) return done();
    return reply.send(
      unavailable('The server is overloaded. Try again shortly.', { retryAfterS: RETRY_AFTER_S }),
    );
  });
}
