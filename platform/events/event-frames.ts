import type { EventHub, Viewer, ViewerNews } from './event-hub.ts';

/** After this pause a browser that lost its stream asks for it again. */
const RETRY_MS = 2_000;

/**
 * The news of a viewer as frames of an event stream. Each carries its mark as id, which browsers send back as
 * `Last-Event-ID` when they come again. `news` holds a list of events, `reset` says that some may have been missed; a
 * frame without either only keeps the mark and the connection.
 */
export async function followInFrames(hub: EventHub, viewer: Viewer): Promise<AsyncIterable<string>> {
  return inFrames(await hub.follow(viewer));
}

async function* inFrames(news: AsyncIterable<ViewerNews>): AsyncIterable<string> {
  let first = `retry: ${RETRY_MS}\n`;
  for await (const one of news) {
    yield first + frame(one);
    first = '';
  }
}

/** One frame holds all that is told at once: a connection that breaks in the middle of it has told nothing. */
function frame({ mark, hasMissed, events }: ViewerNews): string {
  const id = `id: ${mark}\n`;
  if (hasMissed) return `${id}event: reset\ndata: {}\n\n`;
  if (events.length === 0) return `${id}\n`;
  const told = events.map(({ kind, subject, body, at }) => ({ kind, subject, body, at }));
  return `${id}event: news\ndata: ${JSON.stringify(told)}\n\n`;
}
