export { GenrePage as default, generateMetadata } from '../../../../features/genres/genre-page.tsx';
