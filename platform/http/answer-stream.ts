import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { invalidInput, isAppError } from '../errors/index.ts';
import { permits } from '../identity/index.ts';
import type { AccessControl } from './access-control.ts';
import type { OpenStream, Route, RouteRequest } from './route.ts';

/** What every stream of a server shares. */
export type StreamOptions = {
  readonly accessControl: AccessControl;
  /** Aborted when the server begins to end: its clients go on with another process. */
  readonly closing: AbortSignal;
};

/** A client that has taken nothing for so long is gone or frozen. */
const STUCK_MAX_MS = 30_000;
const ASK_AGAIN_MS = 500;
const ENDED = 'event: ended\ndata: {}\n\n';

/**
 * Answers with a stream. Once a frame is ready it is asked whether its reader may see it still, so what happened after his
 * access ended never reaches him; a last frame says that it ended. A client that reads slowly is waited for, one that does not read is dropped.
 */
export async function answerStream(
  route: Route & { readonly stream: OpenStream },
  request: FastifyRequest,
  reply: FastifyReply,
  asked: (signal: AbortSignal) => RouteRequest,
  { accessControl, closing }: StreamOptions,
): Promise<void> {
  if (request.headers.accept !== route.produces)
    throw invalidInput(`This is a stream of events. Ask for it with the header Accept: ${route.produces}`);
  const { raw } = reply;
  const gone = new AbortController();
  raw.once('close', () => gone.abort());
  const signal = AbortSignal.any([gone.signal, closing]);
  const lastEventId = request.headers['last-event-id'];
  const frames = await route.stream(
    asked(signal),
    lastEventId === undefined ? undefined : String(lastEventId),
  );
  reply.hijack();
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': route.produces,
    'cache-control': route.cacheControl,
    // Proxies that hold answers back until they are whole would hold this one for ever.
    'x-accel-buffering': 'no',
  });
  try {
    for await (const frame of frames) {
      if (!(await isAllowed(route, request, accessControl, signal))) {
        raw.write(ENDED);
        break;
      }
      if (!raw.write(frame) && !(await drained(raw, signal))) break;
    }
  } catch (error) {
    // The answer has begun: all that can be told is its end, after which the client comes again.
    request.log.warn({ err: error }, 'a stream broke off');
  } finally {
    if (raw.writableNeedDrain) raw.destroy();
    else raw.end();
    gone.abort();
  }
}

async function isAllowed(
  { access }: Route,
  { caller }: FastifyRequest,
  control: AccessControl,
  signal: AbortSignal,
): Promise<boolean> {
  if (access === 'public' || caller === undefined) return false;
  while (!signal.aborted) {
    try {
      return permits(await control.identify(caller.credential, caller.address), access.permission);
    } catch (error) {
      if (isAppError(error, 'unauthenticated')) return false;
      // Nobody can tell right now: nothing is sent until somebody can.
      await sleep(ASK_AGAIN_MS, undefined, { signal }).catch(() => {});
    }
  }
  return false;
}

/** False when the client took nothing for too long, or is gone. */
async function drained(raw: ServerResponse, signal: AbortSignal): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), STUCK_MAX_MS);
  const isDrained = () => resolve(true);
  const isOver = () => resolve(false);
  raw.once('drain', isDrained);
  signal.addEventListener('abort', isOver);
  const took = await promise;
  clearTimeout(timer);
  raw.off('drain', isDrained);
  signal.removeEventListener('abort', isOver);
  return took;
}
