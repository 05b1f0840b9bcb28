import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

/** Where a report was made: without it, its absolute figures mean nothing. */
export interface Machine {
  readonly cpu: string;
  readonly coreCount: number;
  readonly memoryBytes: number;
  readonly system: string;
  readonly node: string;
}

/** This machine. */
export function thisMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    coreCount: availableParallelism(),
    memoryBytes: totalmem(),
    system: `${type()} ${release()}`,
    node: process.version,
  };
}

/** How many processes wanted to run, on average over the last minute. */
export function load1m(): number {
  return loadavg()[0] ?? Number.NaN;
}
