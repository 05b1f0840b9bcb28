export { CATALOGUE_TAG } from './cache-tag.ts';
export type { CardDeps } from './card.ts';
export { countAmong, filterAmong } from './filter-among.ts';
export { externalIdOfUrl } from './providers.ts';
export { readCards } from './read-cards.ts';
export { type SaveOutcome, saveSourceRecords } from './save-source-records.ts';
export { type SourceScores, saveSourceScores } from './save-source-scores.ts';
export type { SourceName, SourceRecord } from './source-record.ts';
