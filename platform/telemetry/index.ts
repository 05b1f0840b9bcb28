export { type DescribedError, describeError } from './describe-error.ts';
export { createLogger, type Logger, type LoggerOptions, type LogLevel } from './logger.ts';
export {
  type Counter,
  createMetrics,
  type Gauge,
  type Histogram,
  type MetricOptions,
  type Metrics,
  type MetricsOptions,
} from './metrics.ts';
export { type MetricsListener, serveMetrics } from './serve-metrics.ts';
