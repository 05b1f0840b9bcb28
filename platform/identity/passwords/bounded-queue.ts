import { unavailable } from '../../errors/index.ts';

const RETRY_AFTER_S = 2;

/** Runs costly work, a few pieces at once, and refuses more than may wait. */
export interface BoundedQueue {
  /** Runs the work when its turn comes. Rejects at once with `unavailable` when too many wait already. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Makes a queue for this process: `runningMax` pieces at once, `waitingMax` behind them, first come first served. */
export function createBoundedQueue(limits: {
  readonly runningMax: number;
  readonly waitingMax: number;
}): BoundedQueue {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    async run(work) {
      if (running >= limits.runningMax) {
        if (waiting.length >= limits.waitingMax) {
          throw unavailable('Too many people are signing in right now. Try again in a moment.', {
            retryAfterS: RETRY_AFTER_S,
          });
        }
        // Whoever finishes hands its place over, so that nobody slips in between.
        await new Promise<void>((go) => waiting.push(go));
      } else {
        running += 1;
      }
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
