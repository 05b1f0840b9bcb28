import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from '@prometheus-io/client';

export type { Counter, Gauge, Histogram } from '@prometheus-io/client';

/** Name (Prometheus style, unit last), one sentence of help, and the label names. */
export type MetricOptions<Label extends string> = {
  name: string;
  help: string;
  labels?: readonly Label[];
};

/** The metrics of one process: a registry of its own, so that two in one test never meet. */
export type Metrics = {
  /** A number that only rises. Throws when the name is taken. */
  counter<Label extends string = never>(o: MetricOptions<Label>): Counter<Label>;
  /** A number that rises and falls. `read` sets it at each scrape instead of at each change. */
  gauge<Label extends string = never>(
    o: MetricOptions<Label> & { read?: (gauge: Gauge<Label>) => void },
  ): Gauge<Label>;
  /** A distribution over `buckets` (upper bounds in the metric's unit). */
  histogram<Label extends string = never>(
    o: MetricOptions<Label> & { buckets: readonly number[] },
  ): Histogram<Label>;
  /** Everything in Prometheus text format, with the content type to send it under. */
  text(): Promise<{ contentType: string; body: string }>;
};

/** What `createMetrics` needs to know. */
export type MetricsOptions = {
  /** Becomes the `service` label of every sample. */
  service: string;
  /** Also report the process: memory, CPU, garbage collection, event-loop delay (p50, p90, p99). Default true. */
  processMetrics?: boolean;
};

/** The default of 100 ms costs a busy process more than a percent of its time. */
const UTILIZATION_INTERVAL_MS = 1000;

/** Opens an empty registry, with the process's own metrics unless they are switched off. */
export function createMetrics(options: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry as Registry<typeof Registry.PROMETHEUS_CONTENT_TYPE>];
  registry.setDefaultLabels({ service: options.service });
  if (options.processMetrics ?? true) {
    collectDefaultMetrics({ register: registry, eventLoopUtilizationTimeout: UTILIZATION_INTERVAL_MS });
  }
  return {
    counter: ({ name, help, labels = [] }) => new Counter({ name, help, labelNames: labels, registers }),
    gauge: ({ name, help, labels = [], read }) =>
      new Gauge({
        name,
        help,
        labelNames: labels,
        registers,
        collect() {
          read?.(this);
        },
      }),
    histogram: ({ name, help, labels = [], buckets }) =>
      new Histogram({ name, help, labelNames: labels, registers, buckets: [...buckets] }),
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
