import { expect, test } from 'vitest';
import { createMetrics } from './metrics.ts';

test('samples carry the service label, and two registries never meet', async () => {
  const one = createMetrics({ service: 'one', processMetrics: false });
  const two = createMetrics({ service: 'two', processMetrics: false });
  one.counter({ name: 'things_total', help: 'Things.', labels: ['kind'] }).inc({ kind: 'a' });
  two.counter({ name: 'things_total', help: 'Things.', labels: ['kind'] }).inc({ kind: 'a' }, 5);
  expect((await one.text()).body).toContain('things_total{kind="a",service="one"} 1');
  expect((await two.text()).body).toContain('things_total{kind="a",service="two"} 5');
});

test('a gauge with `read` is read at each scrape', async () => {
  const metrics = createMetrics({ service: 'test', processMetrics: false });
  let size = 1;
  metrics.gauge({ name: 'pool_connections', help: 'Open.', read: (gauge) => gauge.set(size) });
  expect((await metrics.text()).body).toContain('pool_connections{service="test"} 1');
  size = 4;
  expect((await metrics.text()).body).toContain('pool_connections{service="test"} 4');
});

test('the process reports its memory and the p99 of its event-loop delay', async () => {
  const { body, contentType } = await createMetrics({ service: 'test' }).text();
  expect(body).toContain('nodejs_eventloop_lag_p99_seconds');
  expect(body).toContain('process_resident_memory_bytes');
  expect(contentType).toContain('text/plain');
});
