export { type ImportSummary, importDataset } from './import-dataset.ts';
export { importStats, type StatsSummary } from './import-stats.ts';
export type { ImportProgress } from './row-import.ts';
