import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { unavailable } from '../errors/index.ts';
import type { ServerLimits } from './server-limits.ts';

const RETRY_AFTER_S = 2;

/** Refuses work with 503 while the event loop or the heap is beyond its limit, so that what was accepted gets done. */
export async function shedLoad(app: FastifyInstance, limits: Required<ServerLimits>): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: limits.eventLoopDelayMaxMs,
    maxHeapUsedBytes: limits.heapMaxBytes,
    pressureHandler: (_request, reply) => {
      reply.send(unavailable('The server is overloaded. Try again shortly.', { retryAfterS: RETRY_AFTER_S }));
    },
  });
}
