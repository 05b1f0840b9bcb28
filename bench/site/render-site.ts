import { figure, percent, table } from '../report/table.ts';
import type { SiteFigures, SiteReport } from './site-report.ts';

/** The report on the site alone as Markdown that reads as plain text too. */
export function renderSiteReport({ machine, load1m, ...figures }: SiteReport): string {
  return [
    `On ${machine.cpu}, ${machine.coreCount} cores, Node ${machine.node}. The load average was ${figure(load1m.before)} before and ${figure(load1m.after)} at the end.`,
    ...renderSite(figures),
  ].join('\n');
}

/** The sections on the site, line by line. */
export function renderSite({ crowd, poolTimeouts, pages, loadGenerator }: SiteFigures): string[] {
  const perS = (crowd.kinds.find(({ kind }) => kind === 'all')?.count ?? 0) / crowd.elapsedS;
  return [
    '',
    `## Site: ${crowd.visitors} visitors at once, ${figure(crowd.elapsedS)} s`,
    '',
    'Front door, 2 API processes, PostgreSQL and the load share the machine. The visitors come within 20 s, after a hundred who were there for 25 s.',
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
    `## Site: kept pages, 50 connections, load by ${loadGenerator}`,
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
  ];
}
