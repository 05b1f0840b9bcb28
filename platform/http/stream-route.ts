import { z } from 'zod';
import { defineRoute, type OpenStream, type Route, type RouteDefinition } from './route.ts';
import { STREAM_TYPE } from './stream-type.ts';

/** A stream of events, as `defineStream` takes it. It is never public: who may see it is asked again and again. */
export type StreamDefinition = Pick<RouteDefinition, 'path' | 'operationId' | 'summary' | 'tags'> & {
  readonly access: { readonly permission: string; readonly hidden?: boolean };
  /** Begins to tell; ends when the request's signal is aborted. */
  readonly open: OpenStream;
};

/** Declares a route whose answer has no end: frames of server-sent events, for as long as the client stays and may see them. */
export function defineStream({ open, ...o }: StreamDefinition): Route {
  const route = defineRoute({
    ...o,
    method: 'GET',
    response: z.string(),
    produces: STREAM_TYPE,
    cacheControl: 'no-store',
    handle: () => Promise.reject(new Error('A stream is opened, not handled.')),
  });
  return { ...route, stream: open };
}
