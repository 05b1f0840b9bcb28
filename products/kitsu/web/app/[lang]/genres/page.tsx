export { GenresPage as default, generateMetadata } from '../../../features/genres/genres-page.tsx';
