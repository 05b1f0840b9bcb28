import { table } from '../report/table.ts';
import { type Judged, type Quality, qualityOf } from './judge.ts';
import type { SetResult } from './measure-quality.ts';

const SHOWN_INSTEAD = 3;

/**
 * The figures of each set by kind and in total, as Markdown; with `misses` also what came instead. Never for the sealed
 * set: who sees its misses tunes with it.
 */
export function renderQuality(results: readonly SetResult[], o: { misses: boolean }): string {
  return results
    .flatMap(({ set, catalogue, judged }) => [
      '',
      `## Search quality: ${set} queries, ${catalogue}`,
      '',
      qualityTable(judged),
      ...(o.misses && set !== 'sealed' ? missList(judged) : []),
    ])
    .join('\n');
}

function qualityTable(judged: readonly Judged[]): string {
  const kinds = [...Map.groupBy(judged, ({ query }) => query.kind)];
  return table(
    ['', 'queries', 'as expected', 'hit@1', 'hit@3', 'hit@8', 'MRR'],
    [...kinds.map(([kind, some]) => row(kind, qualityOf(some))), row('total', qualityOf(judged))],
  );
}

function row(name: string, { queryCount, good, hitAt1, hitAt3, hitAt8, mrr }: Quality): string[] {
  return [name, String(queryCount), ...[good, hitAt1, hitAt3, hitAt8].map(percent1), number3(mrr)];
}

function missList(judged: readonly Judged[]): string[] {
  const misses = judged.filter(({ isGood }) => !isGood);
  return misses.length === 0 ? [] : ['', `Not as expected (${misses.length}):`, '', ...misses.map(missLine)];
}

function missLine({ query, place, hits }: Judged): string {
  const { q, kind, expect, rank, not } = query;
  const wanted = expect.length === 0 ? 'nothing' : `${expect.join(' or ')} by place ${rank}`;
  const unwanted = not === undefined ? '' : `, not ${not.join(' nor ')} before`;
  const got = hits.slice(0, SHOWN_INSTEAD).map(({ malId, title }) => `${title} (${malId ?? 'no MAL id'})`);
  const came = place === undefined ? '' : `; at place ${place}`;
  return `- ${kind}: \`${q}\` wants ${wanted}${unwanted}${came}; first: ${got.join(', ') || 'nothing'}`;
}

function percent1(share: number): string {
  return Number.isNaN(share) ? '' : `${(share * 100).toFixed(1)} %`;
}

function number3(value: number): string {
  return Number.isNaN(value) ? '' : value.toFixed(3);
}
