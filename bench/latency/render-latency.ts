import { figure, table } from '../report/table.ts';
import type { Latency } from './latency.ts';
import { CROWD, type SearchLatency } from './search-latency.ts';

/** The latencies as a Markdown table, and how the largest invented catalogue compares with the smallest. */
export function renderLatency(results: readonly SearchLatency[]): string {
  if (results.length === 0) return '';
  return [
    '',
    '## Search latency, uncached, over HTTP, in ms',
    '',
    table(
      [
        ...['', 'names', 'first answer after start'],
        ...[1, CROWD].flatMap((clients) => [50, 95, 99].map((share) => `${clients}: p${share}`)),
      ],
      results.map(({ catalogue, titleCount, nameCount, startMs, alone, crowd }) => [
        titleCount === undefined ? catalogue : `${catalogue}, ${titleCount.toLocaleString('en')} titles`,
        nameCount?.toLocaleString('en') ?? '',
        figure(startMs),
        ...times(alone),
        ...times(crowd),
      ]),
    ),
    ...failures(results),
    ...ratio(results.filter(({ titleCount }) => titleCount !== undefined)),
  ].join('\n');
}

function times({ p50Ms, p95Ms, p99Ms }: Latency): string[] {
  return [p50Ms, p95Ms, p99Ms].map(figure);
}

function failures(results: readonly SearchLatency[]): string[] {
  const count = results.reduce((sum, { alone, crowd }) => sum + alone.failureCount + crowd.failureCount, 0);
  return count === 0 ? [] : ['', `${count} requests failed.`];
}

function ratio(invented: readonly SearchLatency[]): string[] {
  const [small, large] = [invented.at(0), invented.at(-1)];
  if (small === undefined || large === undefined || small === large) return [];
  const [alone, crowd] = (['alone', 'crowd'] as const).map((how) =>
    (['p50Ms', 'p95Ms'] as const).map((share) => figure(large[how][share] / small[how][share])),
  );
  return [
    '',
    `With ${figure((large.titleCount ?? 0) / (small.titleCount ?? 1))} times the titles: ${alone?.join(' times the p50 and ')} times the p95 with one client, ${crowd?.join(' and ')} times with ${CROWD}.`,
  ];
}
