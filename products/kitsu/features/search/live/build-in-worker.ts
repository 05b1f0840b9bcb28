import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { BuiltSegment } from './built-segment.ts';

/**
 * Makes a segment of the whole catalogue in a thread of its own, which ends with it: answering goes on meanwhile, and
 * what building needs of memory is given back. Rejects when the database fails, or when `signal` aborts.
 */
export async function buildInWorker(url: string, signal: AbortSignal): Promise<BuiltSegment> {
  const worker = new Worker(new URL('./build-worker.ts', import.meta.url), { workerData: { url } });
  try {
    const [built] = (await once(worker, 'message', { signal })) as [BuiltSegment];
    return built;
  } finally {
    await worker.terminate();
  }
}
