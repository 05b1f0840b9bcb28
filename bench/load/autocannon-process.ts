import autocannon from 'autocannon';
import type { LoadRequest, LoadResult } from './load.ts';

// One run of autocannon: told what to do by the first message, answers with one message, ends.

process.once('message', async (message) => {
  const { origin, paths, headers = {}, connections, durationS } = message as LoadRequest;
  const seen = await autocannon({
    url: origin,
    connections,
    duration: durationS,
    timeout: 30,
    requests: paths.map((path) => ({ path, headers: { ...headers } })),
  });
  const failureCount = seen.errors + seen.non2xx;
  const result: LoadResult = {
    requestsPerS: (seen.requests.total - seen.non2xx) / seen.duration,
    requestCount: seen.requests.total,
    p50Ms: seen.latency.p50,
    p95Ms: seen.latency.p97_5,
    p99Ms: seen.latency.p99,
    failureCount,
  };
  process.send?.(result, () => process.disconnect());
});
