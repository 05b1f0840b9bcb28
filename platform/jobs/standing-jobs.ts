import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../postgres/index.ts';
import type { Logger } from '../telemetry/index.ts';

/** A job that is asked for again and again; with a key, so that however many workers ask, one waits. */
export interface StandingJob {
  /** For the log, such as `sealing`. */
  readonly name: string;
  /** How often each worker asks. */
  readonly everyMs: number;
  /** Enqueues the job, or finds that there is nothing to do. */
  request(db: Db<unknown>): Promise<unknown>;
}

/**
 * Asks for standing jobs for as long as a worker lives. Nothing depends on one worker or on one job: what became a dead
 * letter is asked for again like everything else.
 */
export function keepStanding(
  deps: { readonly db: Db<unknown>; readonly logger: Logger },
  jobs: readonly StandingJob[],
): { close(): Promise<void> } {
  const closing = new AbortController();
  const { signal } = closing;
  const running = jobs.map(async ({ name, everyMs, request }) => {
    while (!signal.aborted) {
      try {
        await request(deps.db);
      } catch (error) {
        deps.logger.warn({ err: error, job: name }, 'a standing job could not be asked for');
      }
      await sleep(everyMs * (0.75 + Math.random() / 2), undefined, { signal }).catch(() => {});
    }
  });
  return {
    close: async () => {
      closing.abort();
      await Promise.all(running);
    },
  };
}
