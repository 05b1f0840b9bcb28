export { AboutPage as default, generateMetadata } from '../../../features/about/about-page.tsx';
