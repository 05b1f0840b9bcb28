import { Worker } from 'node:worker_threads';
import { internal, unavailable } from '@seaworthy/platform/errors';
import type { Picture } from './picture.ts';

/** Draws pictures as PNG. */
export interface PicturePress {
  /**
   * One picture at a time; the others wait.
   *
   * @throws AppError `unavailable` with the time to wait when too many wait already, or when drawing takes too long.
   */
  print(picture: Picture): Promise<Buffer>;
  /** Ends the thread; what waits fails. A later picture starts another one. */
  close(): Promise<void>;
}

interface Job {
  readonly picture: Picture;
  readonly resolve: (png: Buffer) => void;
  readonly reject: (error: Error) => void;
}

type Printed = { readonly png: Uint8Array } | { readonly problem: string };

const THREAD = new URL('./press-thread.ts', import.meta.url);
const RETRY_AFTER_S = 2;

/**
 * A press in a thread of its own, which starts with the first picture and ends when it has been idle: about 110 MB that
 * a process whose links nobody shares never needs. A thread that dies or hangs fails its picture and is replaced.
 */
export function createPicturePress(
  options: { readonly waitingMax?: number; readonly idleMs?: number; readonly printMaxMs?: number } = {},
): PicturePress {
  const { waitingMax = 8, idleMs = 60_000, printMaxMs = 10_000 } = options;
  const waiting: Job[] = [];
  let thread: Worker | undefined;
  let current: Job | undefined;
  let timer: NodeJS.Timeout | undefined;

  const later = (ms: number, act: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(act, ms).unref();
  };
  const end = async () => {
    clearTimeout(timer);
    const ended = thread;
    thread = undefined;
    await ended?.terminate();
  };
  const finish = (settle: (job: Job) => void) => {
    const job = current;
    current = undefined;
    if (job) settle(job);
    next();
  };
  const fail = (error: Error) => finish((job) => job.reject(error));
  const lost = (gone: Worker, cause: unknown) => {
    if (thread !== gone) return;
    thread = undefined;
    fail(unavailable('The picture could not be drawn. Try again.', { retryAfterS: RETRY_AFTER_S, cause }));
  };
  const next = () => {
    if (current) return;
    current = waiting.shift();
    if (!current) return later(idleMs, () => void end());
    thread ??= startThread((printed) => finish((job) => deliver(job, printed)), lost);
    thread.postMessage(current.picture);
    later(printMaxMs, () => {
      void end();
      fail(unavailable('The picture took too long to draw. Try again.', { retryAfterS: RETRY_AFTER_S }));
    });
  };
  return {
    print(picture) {
      if (waiting.length >= waitingMax) {
        const message = 'Many pictures are being drawn at the moment. Try again shortly.';
        return Promise.reject(unavailable(message, { retryAfterS: RETRY_AFTER_S }));
      }
      return new Promise<Buffer>((resolve, reject) => {
        waiting.push({ picture, resolve, reject });
        next();
      });
    },
    async close() {
      const closed = unavailable('The service is ending. Try again.', { retryAfterS: RETRY_AFTER_S });
      for (const job of [...waiting.splice(0), ...(current ? [current] : [])]) job.reject(closed);
      current = undefined;
      await end();
    },
  };
}

/** It keeps no process alive that has nothing else to do. */
function startThread(
  onPrinted: (printed: Printed) => void,
  onLost: (thread: Worker, cause: unknown) => void,
): Worker {
  const thread = new Worker(THREAD);
  thread.unref();
  thread.on('message', onPrinted);
  thread.on('error', (error) => onLost(thread, error));
  thread.on('exit', (code) => onLost(thread, new Error(`The thread ended with ${code}.`)));
  return thread;
}

function deliver(job: Job, printed: Printed): void {
  if ('problem' in printed) {
    job.reject(internal(new Error(printed.problem)));
  } else {
    const { buffer, byteOffset, byteLength } = printed.png;
    job.resolve(Buffer.from(buffer, byteOffset, byteLength));
  }
}
