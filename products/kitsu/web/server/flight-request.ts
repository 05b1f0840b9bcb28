import type { IncomingHttpHeaders } from 'node:http';

const STATE_TREE = 'next-router-state-tree';

/** Prefetches and actions ask for something else; the site makes none, so they are not kept. */
const OTHER_ASKS = [
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-action',
  'next-hmr-refresh',
];

/** A tree that holds one of these asks for parts that the router has already. */
const MARKER = /"(?:refetch|inside-shared-layout|metadata-only)"/;

/**
 * The headers of Next's router, reduced to what an answer has to depend on. None for a page. A router that shows a page says
 * with its whole tree of segments where it comes from, and each origin would have an answer of its own; but all our pages
 * have one layout in common, that of their language, so one answer serves all: the one for a router that has this layout
 * and is on a page that does not exist. Undefined for anything that this does not answer: another language, where the layout
 * changes too, a refresh, a prefetch.
 */
export function flightHeaders(
  headers: IncomingHttpHeaders,
  path: string,
): Record<string, string> | undefined {
  if (OTHER_ASKS.some((name) => headers[name] !== undefined)) return undefined;
  const tree = headers[STATE_TREE];
  if (headers.rsc === undefined) return tree === undefined ? {} : undefined;
  const language = /^\/ru(?:\/|$)/.test(path) ? 'ru' : 'en';
  if (headers.rsc !== '1' || typeof tree !== 'string' || languageOf(tree) !== language) return undefined;
  return { rsc: '1', [STATE_TREE]: elsewhereIn(language) };
}

/** The language of the layout that the router has; undefined when it asks for more than what it lacks. */
function languageOf(header: string): unknown {
  try {
    const text = decodeURIComponent(header);
    if (MARKER.test(text)) return undefined;
    const [root, { children: layout }, refreshed] = JSON.parse(text);
    const [segment, , layoutRefreshed] = layout;
    const [name, value] = segment;
    const isPlain = root === '' && name === 'lang' && !refreshed && !layoutRefreshed;
    return isPlain ? value : undefined;
  } catch {
    return undefined;
  }
}

function elsewhereIn(language: string): string {
  const page = ['elsewhere', {}, null, null];
  const layout = [['lang', language, 'd', null], { children: page }, null, null];
  return encodeURIComponent(JSON.stringify(['', { children: layout }, null, null]));
}
