import { figure, percent, table } from '../report/table.ts';
import type { SiteReport } from './site-report.ts';

/** The report as Markdown that reads as plain text too. */
export function renderSite(report: SiteReport): string {
  const { crowd, machine, load1m, poolTimeouts, pages } = report;
  const perS = (crowd.kinds.find(({ kind }) => kind === 'all')?.count ?? 0) / crowd.elapsedS;
  return [
    `On ${machine.cpu}, ${machine.coreCount} cores, Node ${machine.node}; front door, 2 API processes, PostgreSQL and the load share the machine. Its load average was ${figure(load1m.before)} before and ${figure(load1m.after)} at the end.`,
    '',
    `## ${crowd.visitors} visitors at once, ${figure(crowd.elapsedS)} s`,
    '',
    table(
      ['', 'requests', 'p50 ms', 'p95 ms', 'p99 ms', 'max ms'],
      crowd.kinds.map(({ kind, count, p50Ms, p95Ms, p99Ms, maxMs }) => [
        kind,
        count.toLocaleString('en'),
        ...[p50Ms, p95Ms, p99Ms, maxMs].map(figure),
      ]),
    ),
    '',
    `${figure(perS)} requests/s; failed: ${crowd.failureCount}; time-outs of the connection pool: ${poolTimeouts}.`,
    ...crowd.failures.map((failure) => `- ${failure}`),
    '',
    `## Kept pages, 50 connections, load by ${report.loadGenerator}`,
    '',
    table(
      ['', 'kB', 'pages/s', 'p50 ms', 'p99 ms', 'floor: the bytes from memory', 'of floor', 'failed'],
      pages.map(({ name, bytes, pagesPerS, p50Ms, p99Ms, floorPerS, failureCount }) => [
        name,
        figure(bytes / 1_000),
        figure(pagesPerS),
        figure(p50Ms),
        figure(p99Ms),
        figure(floorPerS),
        percent(pagesPerS / floorPerS),
        String(failureCount),
      ]),
    ),
    '',
  ].join('\n');
}
