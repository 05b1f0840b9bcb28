import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Told once for every request, when its response has left or its client has. */
export type RequestEnd = (request: FastifyRequest, reply: FastifyReply, elapsedMs: number) => void;

/** The requests being answered right now. */
export type RequestTracker = {
  readonly open: ReadonlySet<ServerResponse>;
  onEnd(told: RequestEnd): void;
};

/** Follows every request of a server from its first hook to its end, also those whose client goes away. */
export function trackRequests(app: FastifyInstance): RequestTracker {
  const open = new Set<ServerResponse>();
  const listeners: RequestEnd[] = [];
  app.addHook('onRequest', (request, reply, done) => {
    const { raw } = reply;
    const startedMs = performance.now();
    open.add(raw);
    const end = () => {
      if (!open.delete(raw)) return;
      const elapsedMs = performance.now() - startedMs;
      for (const told of listeners) told(request, reply, elapsedMs);
    };
    // 'finish' is the regular end; a connection that breaks before says only 'close'.
    raw.on('finish', end);
    raw.on('close', end);
    done();
  });
  return { open, onEnd: (told) => void listeners.push(told) };
}
