import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from '../telemetry/index.ts';

/** How a server ends. */
export type DrainOptions = {
  /** For how long it goes on accepting while it already reports not ready, so that balancers notice. Default 0. */
  readonly drainDelayMs?: number;
  /** After this many ms requests that are still running are cut off. Default 10 000. */
  readonly drainTimeoutMs?: number;
};

/** The end of a server: first unready, then closed to newcomers, then finished with what it began. */
export type Drain = {
  /** True from the first moment of `close`. */
  readonly draining: boolean;
  /** Ends the server; calling it again waits for the same end. */
  close(): Promise<void>;
};

/** What is drained. */
type Draining = {
  /** The responses that are not out yet. */
  readonly open: ReadonlySet<ServerResponse>;
  readonly logger: Logger;
  /** Called when the end begins. */
  begin(): void;
};

/**
 * Gives a server its orderly end. From the start of `close` every response says `Connection: close`, so that kept-alive
 * clients go elsewhere; requests under way finish, for at most `drainTimeoutMs`.
 */
export function createDrain(app: FastifyInstance, options: DrainOptions & Draining): Drain {
  const { open, logger } = options;
  let draining = false;
  let closing: Promise<void> | undefined;
  const unused = unusedConnections(app.server);
  app.addHook('onRequest', (_request, reply, done) => {
    if (draining) reply.raw.shouldKeepAlive = false;
    done();
  });
  const end = async () => {
    draining = true;
    options.begin();
    for (const response of open) response.shouldKeepAlive = false;
    if (options.drainDelayMs) await sleep(options.drainDelayMs);
    const cut = setTimeout(() => {
      logger.warn(
        { requests: open.size },
        'Requests were still running when the time to finish was over; cut off.',
      );
      app.server.closeAllConnections();
    }, options.drainTimeoutMs ?? 10_000);
    const tidy = setTimeout(() => {
      for (const socket of unused) socket.destroy();
    }, UNUSED_GRACE_MS);
    try {
      await app.close();
    } finally {
      clearTimeout(cut);
      clearTimeout(tidy);
    }
  };
  return {
    get draining() {
      return draining;
    },
    close() {
      closing ??= end();
      return closing;
    },
  };
}

/** A request that was on its way on such a connection when the end began has arrived by then. */
const UNUSED_GRACE_MS = 300;

/** Connections on which nothing was asked yet. Clients open some in advance, and Node waits for them as if they were busy. */
function unusedConnections(server: Server): ReadonlySet<Socket> {
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  return unused;
}
