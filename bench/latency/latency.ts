import { Agent, get } from 'node:http';
import { quantile } from '../measure/statistics.ts';

/** How long requests took, in milliseconds, from sending to the last byte. */
export interface Latency {
  readonly requestCount: number;
  /** Answers other than 200 and requests without one; their times count as well. */
  readonly failureCount: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

/** Asks each path once over so many connections that stay open; each client sends its next request when its last is answered. */
export async function measureLatency(
  origin: string,
  paths: readonly string[],
  clients: number,
): Promise<Latency> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  let failureCount = 0;
  let next = 0;
  const client = async () => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
      const startedMs = performance.now();
      if (!(await isAnswered(agent, origin + path))) failureCount += 1;
      times.push(performance.now() - startedMs);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return {
    requestCount: times.length,
    failureCount,
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    p99Ms: quantile(times, 0.99),
  };
}

function isAnswered(agent: Agent, url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { agent }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode === 200));
      response.once('error', () => resolve(false));
    });
    request.once('error', () => resolve(false));
  });
}
