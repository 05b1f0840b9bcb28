export { generateMetadata, SeasonsPage as default } from '../../../features/seasons/seasons-page.tsx';
