import { Agent } from 'node:http';
import { quantile } from '../measure/statistics.ts';
import type { CrowdOptions, CrowdResult, KindResult } from './crowd.ts';
import { type Crowd, type Kind, visit } from './visitor.ts';

// The load on a site, in a process of its own: told once what to do, says what came of it, ends.

const FAILURES_SHOWN_MAX = 10;

process.once('message', async (options) => {
  process.send?.(await run(options as CrowdOptions));
  process.disconnect();
});

async function run({
  origin,
  supply,
  visitors,
  arrivalS,
  durationS,
  patienceS,
}: CrowdOptions): Promise<CrowdResult> {
  const timesMs = new Map<Kind, number[]>();
  const failures: string[] = [];
  let failureCount = 0;
  const startedMs = performance.now();
  const crowd: Crowd = {
    origin,
    supply,
    patienceMs: patienceS * 1_000,
    agent: new Agent({ keepAlive: true }),
    random: Math.random,
    isOver: () => performance.now() - startedMs > durationS * 1_000,
    witness(kind, elapsedMs, failure) {
      const times = timesMs.get(kind) ?? [];
      timesMs.set(kind, times);
      times.push(elapsedMs);
      if (failure === undefined) return;
      failureCount += 1;
      if (failures.length < FAILURES_SHOWN_MAX) failures.push(failure);
    },
  };
  await Promise.all(Array.from({ length: visitors }, () => visit(crowd, Math.random() * arrivalS * 1_000)));
  const elapsedS = (performance.now() - startedMs) / 1_000;
  const kinds = [...timesMs].map(([kind, times]) => resultOf(kind, times));
  kinds.push(resultOf('all', [...timesMs.values()].flat()));
  return { visitors, elapsedS, kinds, failureCount, failures };
}

function resultOf(kind: KindResult['kind'], timesMs: readonly number[]): KindResult {
  return {
    kind,
    count: timesMs.length,
    p50Ms: quantile(timesMs, 0.5),
    p95Ms: quantile(timesMs, 0.95),
    p99Ms: quantile(timesMs, 0.99),
    maxMs: Math.max(...timesMs),
  };
}
