export { openTitleIndex } from './live/open-title-index.ts';
export type { TitleIndex } from './match-titles.ts';
