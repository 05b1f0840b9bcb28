import type { LoadGenerator, LoadResult } from '../load/load.ts';
import type { RunningServer } from '../servers/start-server.ts';
import type { DatabaseCpu } from './database-cpu.ts';
import { median } from './statistics.ts';

/** One round of load on one server. */
export interface Round extends LoadResult {
  /** Processor time per request: the server's process and what PostgreSQL did for it; undefined when unknown. */
  readonly cpuUsPerRequest: number | undefined;
}

/** A server and what it is asked for. */
export interface Loaded {
  readonly name: string;
  readonly server: RunningServer;
  readonly paths: readonly string[];
}

/** What is measured: servers that are loaded in turn. */
export interface RoundsOptions {
  readonly contestants: readonly Loaded[];
  readonly connections: number;
  readonly rounds: number;
  readonly durationS: number;
  readonly warmUpS: number;
}

/** What rounds need. */
export interface RoundsDeps {
  readonly generator: LoadGenerator;
  readonly databaseCpu: DatabaseCpu;
}

/**
 * Warms all servers up at once, then loads them in turn, round after round, so that whatever else the machine does falls on
 * all of them.
 */
export async function measureRounds(deps: RoundsDeps, options: RoundsOptions): Promise<Map<string, Round[]>> {
  const { contestants, connections } = options;
  const rounds = new Map(contestants.map(({ name }) => [name, [] as Round[]]));
  await Promise.all(contestants.map((one) => oneRound(deps, one, connections, options.warmUpS)));
  for (let round = 0; round < options.rounds; round += 1) {
    for (const one of contestants) {
      rounds.get(one.name)?.push(await oneRound(deps, one, connections, options.durationS));
    }
  }
  return rounds;
}

async function oneRound(
  { generator, databaseCpu }: RoundsDeps,
  { server, paths }: Loaded,
  connections: number,
  durationS: number,
): Promise<Round> {
  const { applicationName } = server;
  const usedByDatabase = applicationName === undefined ? () => 0 : await databaseCpu.watch(applicationName);
  const before = await server.cpuUs();
  const result = await generator.run({ origin: server.origin, paths, connections, durationS });
  const ofServer = (await server.cpuUs()) - before;
  const ofDatabase = await usedByDatabase();
  const isKnown = ofDatabase !== undefined && result.requestCount > 0;
  const cpuUsPerRequest = isKnown ? (ofServer + ofDatabase) / result.requestCount : undefined;
  return { ...result, cpuUsPerRequest };
}

/** How one server does beside its floor; 1 means as well. */
export interface Ratio {
  /** Requests per second as the load generator saw them: the median of the ratios of paired rounds. */
  readonly throughput: number;
  /** Requests per second of processor time, in the best round of each; undefined when unknown. */
  readonly work: number | undefined;
}

/** Compares rounds that were run in pairs. */
export function ratioOf(rounds: readonly Round[], floor: readonly Round[]): Ratio {
  const throughput = median(
    rounds.map((round, index) => round.requestsPerS / (floor[index]?.requestsPerS ?? Number.NaN)),
  );
  const [ours, theirs] = [leastWork(rounds), leastWork(floor)];
  return { throughput, work: ours === undefined || theirs === undefined ? undefined : theirs / ours };
}

/** The least processor time per request of any round: noise only ever adds to it. */
export function leastWork(rounds: readonly Round[]): number | undefined {
  const known = rounds.flatMap(({ cpuUsPerRequest }) => cpuUsPerRequest ?? []);
  return known.length < rounds.length ? undefined : Math.min(...known);
}
