import { expect, onTestFinished, test } from 'vitest';
import { createMetrics } from './metrics.ts';
import { serveMetrics } from './serve-metrics.ts';

test('metrics are served at their address and nothing else is; closing does not wait for a scraper', async () => {
  const metrics = createMetrics({ service: 'test', processMetrics: false });
  metrics.counter({ name: 'pages_total', help: 'Pages.' }).inc(3);
  const listener = await serveMetrics(metrics, { host: '127.0.0.1', port: 0 });
  onTestFinished(() => listener.close());
  const answer = await fetch(`${listener.origin}/metrics`);
  expect(answer.headers.get('content-type')).toContain('text/plain');
  expect(await answer.text()).toContain('pages_total{service="test"} 3');
  expect((await fetch(`${listener.origin}/other`)).status).toBe(404);
  expect((await fetch(`${listener.origin}/metrics`, { method: 'POST' })).status).toBe(404);
});
