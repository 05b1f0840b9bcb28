import type { ImportSummary, StatsSummary } from '../features/imports/index.ts';

const REJECTIONS_SHOWN = 20;

/** What an import of a dataset did, for a person. */
export function datasetReport(summary: ImportSummary, tookMs: number): string {
  const { createdCount, updatedCount, unchangedCount, rejectedCount, rowCount } = summary;
  const changedNothing = createdCount + updatedCount === 0 && rowCount > 0;
  return [
    changedNothing ? 'Nothing new: the catalogue already holds what this file says.' : 'Imported.',
    table([
      ['created', createdCount],
      ['updated', updatedCount],
      ['unchanged', unchangedCount],
      ['rejected', rejectedCount],
    ]),
    ...conflictLines(summary),
    ...rejectionLines(summary),
    `${number(rowCount)} rows in ${seconds(tookMs)}, ${number(perSecond(rowCount, tookMs))} rows/s; ${number(summary.franchiseCount)} franchises. Search is ready.`,
  ].join('\n');
}

/** What an import of statistics did, for a person. */
export function statsReport(summary: StatsSummary, tookMs: number): string {
  return [
    summary.updatedCount === 0 ? 'Nothing new in this file.' : 'Imported.',
    table([
      ['updated', summary.updatedCount],
      ['unchanged', summary.unchangedCount],
      ['not in the catalogue', summary.unknownCount],
      ['rejected', summary.rejectedCount],
    ]),
    ...conflictLines(summary),
    `${number(summary.rowCount)} rows in ${seconds(tookMs)}, ${number(perSecond(summary.rowCount, tookMs))} rows/s.`,
  ].join('\n');
}

function conflictLines({ conflictCount }: { conflictCount: number }): string[] {
  return conflictCount > 0
    ? [`${number(conflictCount)} titles keep what a person entered or locked against this file.`]
    : [];
}

function rejectionLines({ rejections, rejectedCount }: ImportSummary): string[] {
  const shown = rejections.slice(0, REJECTIONS_SHOWN);
  const rest = rejectedCount - shown.length;
  return [
    ...shown.map(({ rowNumber, label, reason }) => `  row ${rowNumber}${label && ` (${label})`}: ${reason}`),
    ...(rest > 0 ? [`  and ${number(rest)} more, all in the table import_rejections`] : []),
  ];
}

function table(rows: readonly (readonly [string, number])[]): string {
  const width = Math.max(...rows.map(([, count]) => number(count).length));
  return rows.map(([name, count]) => `  ${number(count).padStart(width)} ${name}`).join('\n');
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}

function perSecond(count: number, ms: number): number {
  return Math.round(count / Math.max(0.001, ms / 1_000));
}
