import { measureRounds, type Ratio, type Round, type RoundsDeps, ratioOf } from '../measure/rounds.ts';
import type { RunningServer } from '../servers/start-server.ts';

/** One server's part in a scenario. */
export interface Contestant {
  readonly name: string;
  readonly server: RunningServer;
  /** The contestant it is compared with. */
  readonly floor?: string;
  /** Paths of its own, for scenarios that compare requests rather than servers. */
  readonly paths?: readonly string[];
}

/** Something that people do, measured on several servers. */
export interface Scenario {
  readonly name: string;
  readonly paths: readonly string[];
  readonly contestants: readonly Contestant[];
  /** Requests under way at once while it is busy. Default 50. */
  readonly connections?: number;
}

/** What came of one contestant. */
export interface Outcome {
  readonly scenario: string;
  readonly name: string;
  readonly floor: string | undefined;
  readonly ratio: Ratio | undefined;
  /** Rounds with many connections, and one with a single connection. */
  readonly busy: readonly Round[];
  readonly alone: Round;
}

const BUSY = { connections: 50, rounds: 3, durationS: 2, warmUpS: 1 };
const ALONE = { connections: 1, rounds: 1, durationS: 2, warmUpS: 1 };

/** Measures a scenario: all contestants in turn under load, then each with one connection. */
export async function runScenario(deps: RoundsDeps, scenario: Scenario): Promise<Outcome[]> {
  const { connections = BUSY.connections } = scenario;
  const busy = await roundsOf(deps, scenario, { ...BUSY, connections });
  const alone = await roundsOf(deps, scenario, ALONE);
  return scenario.contestants.map(({ name, floor }) => {
    const rounds = busy.get(name) ?? [];
    const [single] = alone.get(name) ?? [];
    if (single === undefined) throw new Error(`Nothing was measured for ${name}.`);
    const ratio = floor === undefined ? undefined : ratioOf(rounds, busy.get(floor) ?? []);
    return { scenario: scenario.name, name, floor, ratio, busy: rounds, alone: single };
  });
}

function roundsOf(
  deps: RoundsDeps,
  { contestants, paths }: Scenario,
  how: typeof BUSY,
): Promise<Map<string, Round[]>> {
  return measureRounds(deps, {
    ...how,
    contestants: contestants.map(({ name, server, paths: own }) => ({ name, server, paths: own ?? paths })),
  });
}
