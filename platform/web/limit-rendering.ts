import { unavailable } from '../errors/index.ts';
import type { RenderPage } from './render-page.ts';

/**
 * How many pages are rendered at once. While one waits for data others use the processor; more of them would only make each
 * other, and everything that is ready to be sent, late.
 */
const RUNNING_MAX = 6;
/** Who comes when so many wait is told to come again: the last of them has some seconds to wait. */
const WAITING_MAX = 200;
const RETRY_AFTER_S = 2;

/** The renderer, at most six pages at once, the others in their order. Rejects with `unavailable` when too many wait. */
export function limitRendering(renderPage: RenderPage): RenderPage {
  const waiting: (() => void)[] = [];
  let runningCount = 0;
  return async (request, response, context) => {
    if (runningCount >= RUNNING_MAX) {
      if (waiting.length >= WAITING_MAX) {
        throw unavailable('Too many pages are asked for at once.', { retryAfterS: RETRY_AFTER_S });
      }
      // Who leaves hands the place over, so that nobody gets in between.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      runningCount += 1;
    }
    try {
      await renderPage(request, response, context);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else runningCount -= 1;
    }
  };
}
