import type { ServerResponse } from 'node:http';
import { timedOut } from '../errors/index.ts';

/**
 * Runs `work` with a signal that is aborted when `timeoutMs` is over or, if a response is given, when its client goes
 * away. Out of time, the caller gets a `timeout` error at once; work that ignores its signal ends unheard.
 */
export async function withDeadline<T>(
  timeoutMs: number,
  response: ServerResponse | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = timedOut('The answer took too long. Try again, or ask for less.');
      controller.abort(error);
      reject(error);
    }, timeoutMs);
  });
  const gone = () => controller.abort();
  response?.once('close', gone);
  try {
    return await Promise.race([work(controller.signal), late]);
  } finally {
    clearTimeout(timer);
    response?.off('close', gone);
  }
}
