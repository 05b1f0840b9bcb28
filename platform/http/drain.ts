import type { ServerResponse } from 'node:http';
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
    try {
      await app.close();
    } finally {
      clearTimeout(cut);
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
