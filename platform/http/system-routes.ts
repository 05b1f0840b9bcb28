import { z } from 'zod';
import type { Freshness } from '../cache/index.ts';
import type { Logger, Metrics } from '../telemetry/index.ts';
import { type ReadinessCheck, readinessRunner } from './readiness.ts';
import { defineRoute, type Route } from './route.ts';

/** Where a process says that it runs; answers without touching anything else. */
export const LIVE_PATH = '/health/live';
/** Where a process says whether it should get work. */
export const READY_PATH = '/health/ready';
/** Where Prometheus reads; for private listeners only. */
export const METRICS_PATH = '/metrics';
/** Where a process says how much of the past it has heard of, to the front door; for private listeners only. */
export const FRESHNESS_PATH = '/internal/freshness';

/** What it says there. */
export const freshnessContract = z.object({
  epoch: z.string(),
  version: z.int(),
  provenAgoMs: z.number().min(0).nullable(),
}) satisfies z.ZodType<Freshness>;

/** The one schema of readiness, for every process. */
export const readinessContract = z.object({
  status: z.enum(['ready', 'failing', 'draining']),
  checks: z.array(
    z.object({
      name: z.string(),
      status: z.enum(['ok', 'failed']),
      ms: z.int(),
      error: z.string().optional(),
    }),
  ),
  version: z.string(),
  uptimeS: z.int(),
});

const liveContract = z.object({ status: z.literal('live'), uptimeS: z.int() });
const common = {
  method: 'GET',
  access: 'public',
  tags: ['system'],
  cacheControl: 'no-store',
  limit: 'none',
} as const;

/** What the health routes report from. */
export type HealthOptions = {
  readonly version: string;
  readonly checks: readonly ReadinessCheck[];
  readonly logger: Logger;
  draining(): boolean;
};

/** `/health/live` and `/health/ready` (503 when a check fails or the process is ending). */
export function healthRoutes(options: HealthOptions): Route[] {
  const runChecks = readinessRunner(options.checks, options.logger);
  const uptimeS = () => Math.floor(process.uptime());
  const live = defineRoute({
    ...common,
    path: LIVE_PATH,
    operationId: 'getLiveness',
    summary: 'Whether the process runs.',
    response: liveContract,
    essential: true,
    handle: async () => ({ status: 'live' as const, uptimeS: uptimeS() }),
  });
  const ready = defineRoute({
    ...common,
    path: READY_PATH,
    operationId: 'getReadiness',
    summary: 'Whether the process can do its work.',
    response: readinessContract,
    statusOf: (answer) => (answer.status === 'ready' ? 200 : 503),
    handle: async () => {
      const checks = await runChecks();
      const failing = checks.some((check) => check.status === 'failed');
      const status = options.draining() ? 'draining' : failing ? 'failing' : 'ready';
      return { status, checks, version: options.version, uptimeS: uptimeS() } as const;
    },
  });
  return [live, ready];
}

/** `/metrics` in Prometheus text format. Register it on private listeners only. */
export async function metricsRoute(metrics: Metrics): Promise<Route> {
  return defineRoute({
    ...common,
    path: METRICS_PATH,
    operationId: 'getMetrics',
    summary: 'Metrics in Prometheus text format.',
    produces: (await metrics.text()).contentType,
    response: z.string(),
    essential: true,
    handle: async () => (await metrics.text()).body,
  });
}

/** `/internal/freshness`. Register it on private listeners only. */
export function freshnessRoute(freshness: () => Freshness): Route {
  return defineRoute({
    ...common,
    path: FRESHNESS_PATH,
    operationId: 'getFreshness',
    summary: 'How much of the past this process has heard of.',
    response: freshnessContract,
    essential: true,
    handle: async () => freshness(),
  });
}
