import type { Metrics } from '../telemetry/index.ts';

/** How busy a connection pool is. */
export type PoolNumbers = {
  readonly max: number;
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
  /** How often, since the start, somebody waited in vain for a connection. */
  readonly refused: number;
};

const STATES = ['max', 'open', 'idle', 'waiting'] as const;

/** Reports a pool as `database_connections{state=…}` and `database_connections_refused`, read at each scrape. */
export function reportPool(metrics: Metrics, read: () => PoolNumbers): void {
  metrics.gauge({
    name: 'database_connections',
    help: 'Connections of the pool by state; waiting counts callers without one.',
    labels: ['state'],
    read: (gauge) => {
      const numbers = read();
      for (const state of STATES) gauge.set({ state }, numbers[state]);
    },
  });
  metrics.gauge({
    name: 'database_connections_refused',
    help: 'How often, since the start, somebody waited in vain for a connection.',
    read: (gauge) => gauge.set(read().refused),
  });
}
