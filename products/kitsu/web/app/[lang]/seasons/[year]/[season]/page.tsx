export { generateMetadata, SeasonPage as default } from '../../../../../features/seasons/season-page.tsx';
