import { workerData } from 'node:worker_threads';
import { serveRenderings } from '../render-threads/serve-renderings.ts';

/** Shared with the test: 1 lets a busy rendering end. */
const flag = workerData as Int32Array;

serveRenderings({
  async render(request, response, { apiOrigins, goneSignal, markIncomplete }) {
    const { method, url, headers } = request;
    if (url === '/throws') throw new Error('canary');
    if (url === '/busy') while (Atomics.load(flag, 0) === 0);
    if (url === '/gone') {
      const { promise, resolve } = Promise.withResolvers<void>();
      goneSignal(apiOrigins[0] ?? '')?.addEventListener('abort', () => resolve());
      await promise;
      markIncomplete();
    }
    let body = '';
    for await (const chunk of request) body += String(chunk);
    response.setHeader('set-cookie', ['a=1', 'b=2']);
    response.writeHead(url === '/busy' ? 200 : 201, { 'x-nonce': headers['x-nonce'] ?? '' });
    response.end(`${method} ${url} ${body}`);
  },
  close: async () => {},
});
