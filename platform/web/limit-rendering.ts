import { unavailable } from '../errors/index.ts';
import type { Metrics } from '../telemetry/index.ts';
import type { RenderPage } from './render-page.ts';

/**
 * How many pages are rendered at once. While one waits for data others use the processor; more of them would only make each
 * other late.
 */
const RUNNING_MAX = 6;
/** Who comes when so many wait is told to come again: the last of them has some seconds to wait. */
const WAITING_MAX = 500;
const RETRY_AFTER_S = 2;
/** A rendering that takes longer than this is stuck: it goes on, but its place is given to others. */
const PLACE_MAX_MS = 30_000;

/** The bounds of {@link limitRendering}. */
type Places = { readonly runningMax?: number; readonly waitingMax?: number; readonly placeMaxMs?: number };

/**
 * The renderer, at most six pages at once, the others in their order. A page that nobody waits for any more loses its place
 * in the line. Rejects with `unavailable` when too many wait, and for a page that has lost its place.
 */
export function limitRendering(renderPage: RenderPage, metrics: Metrics, places: Places = {}): RenderPage {
  const { runningMax = RUNNING_MAX, waitingMax = WAITING_MAX, placeMaxMs = PLACE_MAX_MS } = places;
  const waiting = new Set<() => void>();
  let runningCount = 0;
  metrics.gauge({
    name: 'pages_waiting',
    help: 'Pages that wait for their turn to be rendered.',
    read: (gauge) => gauge.set(waiting.size),
  });
  const leave = () => {
    // Who leaves hands the place over, so that nobody gets in between.
    const [next] = waiting;
    if (next === undefined) runningCount -= 1;
    else next();
  };
  return async (request, response, context) => {
    if (runningCount < runningMax) {
      runningCount += 1;
    } else {
      if (waiting.size >= waitingMax) {
        throw unavailable('Too many pages are asked for at once.', { retryAfterS: RETRY_AFTER_S });
      }
      await turnIn(waiting, context.unwanted);
    }
    const free = once(leave);
    const late = setTimeout(free, placeMaxMs).unref();
    try {
      await renderPage(request, response, context);
    } finally {
      clearTimeout(late);
      free();
    }
  };
}

/** Resolves when it is one's turn; rejects as soon as it is not wanted any more. */
function turnIn(waiting: Set<() => void>, unwanted: AbortSignal | undefined): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const begin = () => {
    waiting.delete(begin);
    unwanted?.removeEventListener('abort', giveUp);
    resolve();
  };
  const giveUp = () => {
    waiting.delete(begin);
    reject(unavailable('Nobody waits for this page any more.'));
  };
  waiting.add(begin);
  unwanted?.addEventListener('abort', giveUp, { once: true });
  if (unwanted?.aborted) giveUp();
  return promise;
}

function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    run();
  };
}
