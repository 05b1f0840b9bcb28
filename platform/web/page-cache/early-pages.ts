import {
  alreadyHas,
  type EarlyAnswers,
  type EarlyTools,
  parameterNames,
  REQUEST_ID_HEADER,
} from '../../http/index.ts';
import { readyBody } from './kept-page.ts';
import type { PageCache } from './page-cache.ts';

/** Under which kept pages stand in log lines and metrics: the same as the others. */
const ROUTE = '/*';

/** Sends kept pages before routing and hooks. What goes out is the same; everything that is not ready takes the usual way. */
export function earlyPages(cache: PageCache, tools: EarlyTools): EarlyAnswers {
  const { headers, requestId, record, logger } = tools;
  const common = Object.entries(headers).flat();
  return (request, response) => {
    const plan = cache.planOf(request);
    const page = plan && cache.peek(plan);
    if (!page) return false;
    const startedMs = performance.now();
    const isUnchanged = page.status === 200 && alreadyHas(request.headers['if-none-match'], page.etag);
    const ready = readyBody(page, headerText(request.headers['accept-encoding']));
    if (!ready && !isUnchanged) return false;
    cache.count('hit');
    const id = requestId(request);
    const head = [...common, ...page.headers, REQUEST_ID_HEADER, id, 'etag', `W/${page.etag}`];
    const status = isUnchanged ? 304 : page.status;
    if (isUnchanged || !ready) {
      response.writeHead(304, head).end();
    } else {
      if (ready.encoding) head.push('content-encoding', ready.encoding);
      head.push('content-length', String(ready.body.length));
      response.writeHead(status, head).end(ready.body);
    }
    const elapsedMs = performance.now() - startedMs;
    const { method = 'GET', url } = request;
    record(
      logger,
      { method, route: ROUTE, query: parameterNames(url), status, elapsedMs, aborted: false },
      id,
    );
    return true;
  };
}

function headerText(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}
