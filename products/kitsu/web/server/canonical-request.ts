import type { IncomingMessage } from 'node:http';
import type { CanonicalRequest } from '@seaworthy/platform/web';
import { pageOf } from '../i18n/languages.ts';
import { chosenTitles, TITLES_COOKIE } from '../i18n/title-languages.ts';
import { isPersonal } from '../shell/personal-pages.ts';
import { flightHeaders } from './flight-request.ts';

/** Never the same twice. */
const RANDOM = /^(?:\/ru|\/en)?\/random\/?$/;

/** Files and pictures of the site, which keep themselves. */
const NOT_PAGES = /^\/(?:_next|media|api)(?:\/|$)/;

/** What no page reads while it is rendered: what others add to addresses to follow people, and where logging in leads. */
const UNREAD =
  /^(?:next|utm_\w+|fbclid|gclid|dclid|msclkid|yclid|ysclid|_openstat|mc_cid|mc_eid|igshid|ref_src)$/;

/** Next's router adds it, so that caches which look at addresses only keep flights and pages apart. */
const FLIGHT_PARAMETER = '_rsc';

/**
 * All that the answer to a request may depend on: the path (which says the language of the interface), the query in one
 * order, the language of titles, and whether Next's router asks for a flight instead of a page. Parameters that we do not
 * know count, since only pages know what they read. Who asks does not: sessions never reach such a page. Undefined for requests whose answer is nobody else's.
 */
export function canonicalRequest(request: IncomingMessage): CanonicalRequest | undefined {
  const { url = '/', headers } = request;
  const { cookie = '' } = headers;
  const [path = '/', query] = url.split('?', 2);
  if (isPersonal(pageOf(path)) || RANDOM.test(path) || NOT_PAGES.test(path)) return undefined;
  const flight = flightHeaders(headers, path);
  if (!flight) return undefined;
  const titles = chosenTitles(cookie);
  return {
    url: path + canonicalQuery(query),
    headers: { host: 'localhost', ...flight, ...(titles && { cookie: `${TITLES_COOKIE}=${titles}` }) },
  };
}

function canonicalQuery(query: string | undefined): string {
  if (!query) return '';
  const parameters = new URLSearchParams(query);
  for (const name of [...parameters.keys()]) {
    if (name === FLIGHT_PARAMETER || UNREAD.test(name)) parameters.delete(name);
  }
  parameters.sort();
  return parameters.size > 0 ? `?${parameters}` : '';
}
