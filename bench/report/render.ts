import { renderLatency } from '../latency/render-latency.ts';
import type { SearchLatency } from '../latency/search-latency.ts';
import { leastWork, type Round } from '../measure/rounds.ts';
import { median } from '../measure/statistics.ts';
import type { SetResult } from '../quality/measure-quality.ts';
import { renderQuality } from '../quality/render-quality.ts';
import { renderSite } from '../site/render-site.ts';
import type { SiteFigures } from '../site/site-report.ts';
import type { ImportRun } from './import.ts';
import type { Machine } from './machine.ts';
import type { Outcome } from './scenario.ts';
import { figure, percent, table } from './table.ts';

/** Everything one run of the benchmark found. */
export interface Report {
  readonly madeAt: string;
  readonly machine: Machine;
  readonly postgresVersion: string;
  readonly loadGenerator: string;
  /** Load average of the minute before the start, and of the last minute. */
  readonly load1m: { readonly before: number; readonly after: number };
  readonly data: 'real' | 'generated';
  readonly imports: readonly (ImportRun & { readonly name: string })[];
  readonly databaseBytes: number;
  /** From the end of the first import to the answer of a search for what it brought, by a new server. */
  readonly firstSearchMs: number;
  /** How well the search answers; of real titles only. */
  readonly quality: readonly SetResult[];
  /** How long searches take, in this catalogue and in invented ones of two sizes. */
  readonly searchLatency: readonly SearchLatency[];
  readonly outcomes: readonly Outcome[];
  readonly site: SiteFigures;
}

/** The report as Markdown that reads as plain text too. */
export function render(report: Report): string {
  const { machine } = report;
  const scenarios = Map.groupBy(report.outcomes, ({ scenario }) => scenario);
  return [
    `Made ${report.madeAt} on ${machine.cpu}, ${machine.coreCount} cores, ${figure(machine.memoryBytes / 2 ** 30)} GiB, ${machine.system}; Node ${machine.node}, PostgreSQL ${report.postgresVersion}, load by ${report.loadGenerator}.`,
    `Servers, PostgreSQL and load generator share the machine; its load average was ${figure(report.load1m.before)} before and ${figure(report.load1m.after)} at the end.`,
    `Data: ${report.data === 'real' ? 'the dataset of SEAWORTHY_DATASET' : 'generated titles'}.`,
    '',
    '## Import',
    '',
    importTable(report),
    '',
    `Database ${figure(report.databaseBytes / 1e6)} MB. First search by a new server ${figure(report.firstSearchMs)} ms after it listened.`,
    renderQuality(report.quality, { misses: false }),
    renderLatency(report.searchLatency),
    ...[...scenarios].flatMap(([name, outcomes]) => [
      '',
      `## ${capital(name)}`,
      '',
      outcomeTable(outcomes),
      ...failures(outcomes),
    ]),
    ...renderSite(report.site),
  ].join('\n');
}

function importTable({ imports }: Report): string {
  return table(
    ['import', 'rows', 'seconds', 'rows/s', 'peak memory, MB'],
    imports.map(({ name, rowCount, seconds, rowsPerS, peakBytes }) => [
      name,
      rowCount.toLocaleString('en'),
      figure(seconds),
      figure(rowsPerS),
      figure(peakBytes === undefined ? undefined : peakBytes / 1e6),
    ]),
  );
}

function outcomeTable(outcomes: readonly Outcome[]): string {
  return table(
    ['', 'requests/s', 'CPU µs', 'p50 ms', 'p99 ms', 'alone p50', 'p95', 'p99', 'of floor', 'by CPU'],
    outcomes.map(({ name, busy, alone, floor, ratio }) => [
      name,
      figure(middle(busy, ({ requestsPerS }) => requestsPerS)),
      figure(leastWork(busy)),
      figure(middle(busy, ({ p50Ms }) => p50Ms)),
      figure(middle(busy, ({ p99Ms }) => p99Ms)),
      figure(alone.p50Ms),
      figure(alone.p95Ms),
      figure(alone.p99Ms),
      floor === undefined ? '' : percent(ratio?.throughput),
      floor === undefined ? '' : percent(ratio?.work),
    ]),
  );
}

/** A sentence for each contestant that did not answer everything, since its other figures hide that. */
function failures(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap(({ name, busy }) => {
    const failed = busy.reduce((sum, round) => sum + round.failureCount, 0);
    const all = busy.reduce((sum, round) => sum + round.requestCount, 0);
    return failed === 0 ? [] : ['', `${name}: ${figure(failed)} of ${figure(all)} requests failed.`];
  });
}

function middle(rounds: readonly Round[], of: (round: Round) => number): number {
  return median(rounds.map(of));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
